/** How the service worker answers a request: see src/service-worker/index.ts. */
export type Caching = 'leave' | 'cache-first' | 'at-once' | 'network-first' | 'network-only'

const neverTouched = /^\/(api|auth|live|files|desk|healthz|readyz|metrics|service-worker\.js)(\/|$)/
const personal = /^\/(me|sign-in|sign-out|notices|reports\/new)(\/|$)/

/**
 * The API, the console and files are left alone; personal pages are never kept; the emergency page is shown at once
 * from the device; other pages come from the network and fall back to the copy of a visit before.
 */
export function cachingOf(path: string, kind: { readonly page: boolean; readonly file: boolean }): Caching {
  const plain = path.replace(/^\/en(?=\/|$)/, '') || '/'
  if (neverTouched.test(plain)) return 'leave'
  if (path.startsWith('/_app/immutable/') || kind.file) return 'cache-first'
  if (!kind.page) return 'leave'
  if (plain === '/sos' || plain === '/offline') return 'at-once'
  return personal.test(plain) ? 'network-only' : 'network-first'
}
