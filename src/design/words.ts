import { getLocale } from './messages/runtime.js'
import type { Locale } from './messages/runtime.js'

/** A message of fixed words, as `src/main/lean-pages.ts` writes them into the pages of the browser. */
export function words(vietnamese: string, english: string) {
  return (_inputs?: object, options?: { readonly locale?: Locale }): string =>
    (options?.locale ?? getLocale()) === 'en' ? english : vietnamese
}
