/**
 * Which language a page of the browser speaks, and where it stands in the other: all that pages need of Paraglide's
 * runtime, which knows domains, cookies and patterns besides. `src/main/lean-pages.ts` puts it in its place; a test holds
 * both to the same answers.
 */
type Locale = 'vi' | 'en'

/** The first part of an address says the language; Vietnamese needs no part. */
const english = /^\/+en(?=\/|$)/i

const localeOf = ({ pathname }: { readonly pathname: string }): Locale =>
  english.test(pathname) ? 'en' : 'vi'

/** The language of the page that is open. */
export const getLocale = (): Locale => localeOf(location)

const partsOf = (url: URL): string[] => url.pathname.split('/').filter(Boolean)
const saysLanguage = (part: string | undefined): boolean => /^(?:en|vi)$/i.test(part ?? '')

/** An address of ours without its language, as a new address. */
export function deLocalizeUrl(url: string | URL): URL {
  const plain = new URL(url, location.origin)
  const [first, ...rest] = partsOf(plain)
  if (saysLanguage(first)) plain.pathname = rest.join('/')
  return plain
}

/** An address in a language, the open page's where none is named. Relative to our pages in, relative out. */
export function localizeHref(href: string, options?: { readonly locale?: Locale }): string {
  const locale = options?.locale ?? getLocale()
  const url = new URL(href, location.origin)
  if (localeOf(url) !== locale) {
    const parts = partsOf(url)
    const rest = parts.slice(saysLanguage(parts[0]) ? 1 : 0).join('/')
    url.pathname = locale === 'en' ? `en/${rest}` : rest
  }
  return asGiven(href, url)
}

/** An address of ours without its language. Relative to our pages in, relative out. */
export function deLocalizeHref(href: string): string {
  return asGiven(href, deLocalizeUrl(href))
}

function asGiven(href: string, url: URL): string {
  if (href.startsWith('/') && url.origin === location.origin) return url.pathname + url.search + url.hash
  return url.href
}
