import { assets } from '$app/manifest'
import { version } from '$app/env'
import { self } from '$app/service-worker'
import { cachingOf } from '#design/offline-rules.ts'

/** What the page types do not know of a service worker's events. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface PageFetch extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const cacheName = `c-thainguyen-${version}`
const alwaysThere = ['/sos', '/en/sos', '/offline', '/en/offline', '/', '/en', '/icon.svg']
const mostPages = 60
const files = new Set(assets.map((file) => `/${file.path}`))

self.addEventListener('install', (event: WorkerEvent) => event.waitUntil(fill()))
self.addEventListener('activate', (event: WorkerEvent) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event: PageFetch) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const way = cachingOf(url.pathname, { page: request.mode === 'navigate', file: files.has(url.pathname) })
  if (way === 'cache-first') event.respondWith(cacheFirst(request))
  if (way === 'at-once') event.respondWith(atOnce(event))
  if (way === 'network-first') event.respondWith(networkFirst(request, true))
  if (way === 'network-only') event.respondWith(networkFirst(request, false))
})

/** Fetched without cookies: what is kept here belongs to nobody. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName)
  await Promise.all(alwaysThere.map((path) => keep(cache, path)))
  await self.skipWaiting()
}

/** Keeps a page together with the scripts and styles it names; one that cannot be had now comes later. */
async function keep(cache: Cache, path: string): Promise<void> {
  try {
    const answer = await fetch(path, { credentials: 'omit' })
    if (!answer.ok) return
    await cache.put(path, answer.clone())
    const html = await answer.text()
    const named = html.matchAll(/["']([^"']*\/_app\/immutable\/[^"']+)["']/g)
    const parts = new Set([...named].map((match) => new URL(match[1] ?? '', answer.url).pathname))
    await cache.addAll([...parts])
  } catch {
    // The network is weak: the page is kept when it is next opened.
  }
}

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function cacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** The emergency page opens from the device without waiting, and is renewed behind. */
async function atOnce(event: PageFetch): Promise<Response> {
  const cache = await caches.open(cacheName)
  const path = new URL(event.request.url).pathname
  const kept = await cache.match(path)
  if (!kept) return networkFirst(event.request, true)
  event.waitUntil(keep(cache, path))
  return kept
}

async function networkFirst(request: Request, keepCopy: boolean): Promise<Response> {
  const cache = await caches.open(cacheName)
  try {
    const answer = await fetch(request)
    const mayKeep = keepCopy && answer.ok && answer.headers.get('x-offline-copy') === 'yes'
    if (mayKeep) {
      await cache.put(request, answer.clone())
      await trim(cache)
    }
    return answer
  } catch (error) {
    const kept = keepCopy ? await cache.match(request) : undefined
    const offline = new URL(request.url).pathname.startsWith('/en') ? '/en/offline' : '/offline'
    const shown = kept ?? (await cache.match(offline))
    if (shown) return shown
    throw error
  }
}

/** Old pages make room for new ones; scripts, styles and the pages that are always there stay. */
async function trim(cache: Cache): Promise<void> {
  const requests = await cache.keys()
  const pages = requests.filter((request) => {
    const { pathname } = new URL(request.url)
    return !pathname.includes('.') && !pathname.startsWith('/_app/') && !alwaysThere.includes(pathname)
  })
  const tooMany = pages.slice(0, Math.max(0, pages.length - mostPages))
  await Promise.all(tooMany.map((request) => cache.delete(request)))
}
