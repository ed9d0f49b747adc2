import type pg from 'pg'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** One answered request, for counting. `route` is the pattern, never the address: `/api/v1/reports/{code}`. */
export interface ObservedRequest {
  readonly door: 'api' | 'pages'
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

/** How many jobs lie in a queue. */
export interface QueueCount {
  readonly queue: string
  readonly queued: number
  readonly failed: number
}

/** What this process tells a Prometheus server. */
export interface Metrics {
  observeRequest(request: ObservedRequest): void
  /** Where the counts of jobs come from, once the queue runs. */
  watchJobs(read: () => Promise<readonly QueueCount[]>): void
  metricsText(): Promise<string>
  readonly contentType: string
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const mostRoutes = 500

/** A registry of its own for this world: requests, durations, pool, jobs, event-loop delay, memory. */
export function makeMetrics(options: { pool: pg.Pool }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 })
  watchPool(registry, options.pool)
  const names = ['door', 'route', 'method', 'status'] as const
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answered requests',
    labelNames: names,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to its answer',
    labelNames: ['door', 'route', 'method'],
    buckets: secondsBuckets,
    registers: [registry],
  })
  const routes = new Set<string>()
  return {
    contentType: registry.contentType,
    observeRequest(request) {
      const { door } = request
      const route = routes.has(request.route) || routes.size < mostRoutes ? request.route : 'other'
      routes.add(route)
      const method = methods.has(request.method) ? request.method : 'other'
      requests.inc({ door, route, method, status: String(request.status) })
      durations.observe({ door, route, method }, request.seconds)
    },
    watchJobs: (read) => watchJobs(registry, read),
    metricsText: () => registry.metrics(),
  }
}

function watchPool(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'db_pool_connections',
    help: 'Connections to the database by state, and requests waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

function watchJobs(registry: Registry, read: () => Promise<readonly QueueCount[]>): void {
  registry.removeSingleMetric('jobs')
  new Gauge({
    name: 'jobs',
    help: 'Background jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      // Figures are still told while the database is away; only these are missing then.
      for (const { queue, queued, failed } of await read().catch(() => [])) {
        this.set({ queue, state: 'queued' }, queued)
        this.set({ queue, state: 'failed' }, failed)
      }
    },
  })
}
