import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import * as lean from './browser-language.ts'
import * as whole from './messages/runtime.js'

afterEach(() => void vi.unstubAllGlobals())

/** Puts a page of ours before both of them. */
function open(path: string): void {
  const place = new URL(path, 'https://thainguyen.example')
  vi.stubGlobal('location', place)
  vi.stubGlobal('window', { location: place })
  vi.stubGlobal('document', { cookie: '' })
  whole.overwriteGetLocale(() => whole.extractLocaleFromUrl(place) ?? whole.baseLocale)
  whole.overwriteGetUrlOrigin(() => place.origin)
}

const part = fc.constantFrom('en', 'vi', 'EN', 'reports', 'energy', 'TN-7K4M2Q9P', 'xã', '%20', '')
const path = fc
  .tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom('', '?q=en/vi', '#verdict', '?a=1#b'))
  .map(([parts, end]) => `/${parts.join('/')}${end}`)
  .filter((found) => !found.startsWith('//'))
const href = fc.oneof(path, fc.constant('https://vneid.example/en/x'))

test('the browser’s few lines answer as Paraglide does, on every page and for every address', () => {
  fc.assert(
    fc.property(path, href, fc.constantFrom(undefined, 'vi', 'en'), (page, to, locale) => {
      open(page)
      const options = locale === undefined ? {} : { locale }
      expect(lean.getLocale()).toBe(whole.getLocale())
      expect(lean.localizeHref(to, options)).toBe(whole.localizeHref(to, options))
      expect(lean.deLocalizeHref(to)).toBe(whole.deLocalizeHref(to))
      expect(lean.deLocalizeUrl(new URL(to, location.origin)).href).toBe(
        whole.deLocalizeUrl(new URL(to, location.origin)).href,
      )
    }),
    { numRuns: 2000 },
  )
})
