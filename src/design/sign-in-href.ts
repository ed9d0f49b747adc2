import { deLocalizeHref, localizeHref } from '#design/messages/runtime.js'

/** The sign-in page, which leads back to the page one is on; from the home page and from itself it leads home. */
export function signInHref(here: { readonly pathname: string; readonly search: string }): string {
  const plain = deLocalizeHref(here.pathname)
  const next = plain === '/' || /^\/sign-in(\/|$)/.test(plain) ? '' : here.pathname + here.search
  return localizeHref('/sign-in') + (next && `?next=${encodeURIComponent(next)}`)
}
