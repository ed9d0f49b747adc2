import { expect, test } from 'vitest'
import { world } from '../../../tests/world/world.ts'
import { healthDoor } from './health.ts'

test('a process that can work says so, and tells its figures', async () => {
  const w = await world()
  const door = healthDoor({
    pool: w.pool,
    queue: w.queue,
    files: w.outside.files,
    metrics: w.metrics,
  })
  expect(await (await door.request('/healthz')).json()).toEqual({
    status: 'ok',
  })
  const ready = await door.request('/readyz')
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', database: true, jobs: true, files: true },
  ])

  w.metrics.observeRequest({
    door: 'api',
    route: '/api/v1/reports/{code}',
    method: 'GET',
    status: 200,
    seconds: 0.02,
  })
  const figures = await door.request('/metrics')
  expect(figures.headers.get('content-type')).toContain('text/plain')
  const text = await figures.text()
  expect(text).toContain(
    'http_requests_total{door="api",route="/api/v1/reports/{code}",method="GET",status="200"} 1',
  )
  expect(text).toContain(
    'http_request_duration_seconds_bucket{le="0.025",door="api",route="/api/v1/reports/{code}",method="GET"} 1',
  )
  expect(text).toMatch(/db_pool_connections\{state="total"\} [1-9]/)
  expect(text).toMatch(/jobs\{queue="sweep-files",state="queued"\} \d/)
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
  expect(text).toMatch(/process_resident_memory_bytes \d/)
})

test.each(['database', 'jobs', 'files'] as const)(
  'without %s it is not ready, and says which',
  async (missing) => {
    const w = await world()
    const away = () => Promise.reject(new Error('away'))
    const door = healthDoor({
      pool: missing === 'database' ? Object.assign(Object.create(w.pool), { query: away }) : w.pool,
      queue: { started: missing !== 'jobs' },
      files: missing === 'files' ? { ...w.outside.files, check: away } : w.outside.files,
      metrics: w.metrics,
    })
    const response = await door.request('/readyz')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toEqual({
      status: 'not-ready',
      database: true,
      jobs: true,
      files: true,
      [missing]: false,
    })
    expect((await door.request('/healthz')).status).toBe(200)
  },
)

test('addresses that nobody has cannot fill the figures', async () => {
  const w = await world()
  for (let at = 0; at < 2000; at += 1) {
    w.metrics.observeRequest({
      door: 'pages',
      route: `/${at}`,
      method: 'GET',
      status: 404,
      seconds: 0.001,
    })
  }
  const text = await w.metrics.metricsText()
  expect(text.match(/^http_requests_total\{/gm)?.length).toBeLessThanOrEqual(501)
  expect(text).toContain('route="other"')
})
