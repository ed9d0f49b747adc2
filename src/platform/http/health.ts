import { Hono } from 'hono'
import type pg from 'pg'
import type { FileStore } from '../files/file-store.ts'
import type { Metrics } from '../metrics.ts'

/** What must work before people are sent here. */
export interface HealthParts {
  readonly pool: pg.Pool
  readonly queue: { readonly started: boolean }
  readonly files: FileStore
  readonly metrics: Metrics
}

const checkMilliseconds = 3000
const filesCheckedSeconds = 30
const retryAfterSeconds = '5'

/**
 * `/healthz` says that the process lives, `/readyz` whether database, jobs and files work (503 and which does not),
 * `/metrics` the figures for Prometheus.
 */
export function healthDoor(parts: HealthParts): Hono {
  const app = new Hono()
  const checkFiles = remember(() => parts.files.check(), filesCheckedSeconds)
  app.get('/healthz', (http) => http.json({ status: 'ok' }))
  app.get('/readyz', async (http) => {
    const checks = {
      database: await works(() => parts.pool.query('select 1')),
      jobs: parts.queue.started,
      files: await works(checkFiles),
    }
    const ready = Object.values(checks).every(Boolean)
    if (!ready) http.header('retry-after', retryAfterSeconds)
    return http.json({ status: ready ? 'ready' : 'not-ready', ...checks }, ready ? 200 : 503)
  })
  app.get('/metrics', async (http) =>
    http.body(await parts.metrics.metricsText(), 200, { 'content-type': parts.metrics.contentType }),
  )
  return app
}

/** The file store is written to only now and then, however often somebody asks. */
function remember(check: () => Promise<void>, seconds: number): () => Promise<void> {
  let goodUntil = 0
  return async () => {
    if (performance.now() < goodUntil) return
    await check()
    goodUntil = performance.now() + seconds * 1000
  }
}

async function works(check: () => Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), checkMilliseconds)
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      late.promise,
    ])
  } finally {
    clearTimeout(timer)
  }
}
