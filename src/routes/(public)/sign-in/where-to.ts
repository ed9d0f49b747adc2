import { localizeHref } from '#design/messages/runtime.js'
import { safePath } from '../../keep-cookies.ts'

/** The page somebody came from and goes back to after signing in, in the language they read now. */
export function whereTo(url: URL): string {
  return localizeHref(safePath(url.searchParams.get('next') ?? url.searchParams.get('to'), '/'))
}

/** On to that page; first time here, the person says their name before. */
export function onwards(me: { readonly named: boolean }, to: string): string {
  return me.named ? to : `${localizeHref('/me')}?welcome=1&to=${encodeURIComponent(to)}`
}
