import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { m } from '#design/messages/messages.js'
import { endpoints } from '#main/endpoints.ts'
import { makeApi } from '#main/server.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import type { TestWorld } from '../world/world.ts'
import { world } from '../world/world.ts'

const base = 'http://localhost/api/v1'

let w: TestWorld
let api: ReturnType<typeof makeApi>

beforeAll(async () => {
  w = await world({ env: { RATE_LIMITS: 'off' } })
  api = makeApi(w)
})

afterAll(() => w.close())

interface Ask {
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly key?: string
  readonly language?: string
}

/** Asks an endpoint; names in its path are filled with something that is nowhere. */
async function ask(
  row: EndpointRow,
  { query = {}, body, key, language = 'vi' }: Ask = {},
): Promise<Response> {
  const path = row.path.replace(/\{\w+\}/g, '0')
  const search = new URLSearchParams(query).size > 0 ? `?${new URLSearchParams(query).toString()}` : ''
  return api.request(`${base}${path}${search}`, {
    method: row.method,
    headers: {
      'accept-language': language,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

async function expectProblem(answer: Response, status: number, code: string): Promise<object> {
  const body = (await answer.json()) as Record<string, unknown>
  expect([answer.status, body['code']]).toEqual([status, code])
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(body).toMatchObject({ type: expect.any(String), title: expect.stringMatching(/\S/), status })
  return body
}

const named = (rows: readonly EndpointRow[]) => rows.map((row) => [`${row.method} ${row.path}`, row] as const)
const open = endpoints.filter((row) => row.who === 'anyone')
const closed = endpoints.filter((row) => row.who !== 'anyone')
const reads = open.filter((row) => row.method === 'GET')
const writes = open.filter((row) => row.method !== 'GET' && !row.keepsNothing)
const withBody = writes.filter((row) => row.takes === 'json')
const lists = reads.filter((row) => 'limit' in row.input.shape)
const plainReads = reads.filter((row) => row.input.safeParse({}).success)

describe('who may', () => {
  test.each(named(closed))('a stranger is refused by %s', async (_name, row) => {
    await expectProblem(await ask(row, { key: randomUUID() }), 401, 'sign-in-first')
  })
})

describe('what is asked', () => {
  test.each(named(reads))('%s refuses an unknown field', async (_name, row) => {
    const body = await expectProblem(await ask(row, { query: { surprise: '1' } }), 422, 'input-invalid')
    expect(body).toMatchObject({
      errors: expect.arrayContaining([{ path: 'surprise', message: expect.any(String) }]),
    })
  })

  test.each(named(withBody))('%s refuses an unknown field', async (_name, row) => {
    // A DELETE has no body that everybody would pass on: its input is in the address.
    const surprise = row.method === 'DELETE' ? { query: { surprise: '1' } } : { body: { surprise: 1 } }
    const answer = await ask(row, { ...surprise, key: randomUUID() })
    const body = await expectProblem(answer, 422, 'input-invalid')
    expect(body).toMatchObject({
      errors: expect.arrayContaining([{ path: 'surprise', message: expect.any(String) }]),
    })
  })

  test.each(named(writes))('%s needs an Idempotency-Key', async (_name, row) => {
    await expectProblem(await ask(row, { body: {} }), 400, 'key-missing')
  })

  test.each(named(lists))(
    '%s gives 200 rows at most, and takes any text for a cursor',
    async (_name, row) => {
      await expectProblem(await ask(row, { query: { limit: '201' } }), 422, 'input-invalid')
      await expectProblem(await ask(row, { query: { limit: '0' } }), 422, 'input-invalid')
      if (!('cursor' in row.input.shape) || !row.input.safeParse({}).success) return
      const cursors = ['nonsense', 'WzFd', 'WyJub25zZW5zZSIsIm5vbnNlbnNlIl0', 'W251bGxd']
      for (const cursor of cursors)
        expect([cursor, (await ask(row, { query: { cursor } })).status]).toEqual([cursor, 200])
    },
  )
})

describe('what is answered', () => {
  test.each(named(plainReads))('%s answers what it says', async (_name, row) => {
    const answer = await ask(row)
    expect(answer.status).toBe(200)
    const checked = row.output.safeParse(await answer.json())
    expect(checked.error?.issues ?? []).toEqual([])
  })

  test('a refusal speaks the language that is asked for', async () => {
    const [row] = closed
    if (!row) throw new Error('nothing is closed')
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map(async (language) => (await ask(row, { language })).json()),
    )
    expect(vi).not.toEqual(en)
  })

  test('what is not there, and a method that nobody answers, are problems too', async () => {
    const answer = await api.request(`${base}/nowhere`)
    await expectProblem(answer, 404, 'not-found')
  })

  test('the description is served as it is in docs/openapi.json', async () => {
    const served = (await (await api.request(`${base}/openapi.json`)).json()) as {
      openapi: string
      paths: object
    }
    expect(served.openapi).toMatch(/^3\.1/)
    expect(Object.keys(served.paths).sort()).toEqual([...new Set(endpoints.map((row) => row.path))].sort())
  })
})

test('what is asked beside the endpoints is counted too, under few names', async () => {
  for (const path of ['/auth/nothing', '/api/docs', '/api/docs/nothing', '/api/v1/nothing', '/files/1/2']) {
    await (await api.request(`http://localhost${path}`)).body?.cancel()
  }
  const figures = await w.metrics.metricsText()
  const counted = (route: string, status: number) =>
    figures.includes(`http_requests_total{door="api",route="${route}",method="GET",status="${status}"} `)
  expect(counted('/auth', 404)).toBe(true)
  expect(counted('/api/docs', 200)).toBe(true)
  expect(counted('/api/docs', 404)).toBe(true)
  expect(counted('none', 404)).toBe(true)
  expect(counted('/files/{id}/{size}', 404)).toBe(true)
})

test('what is no number is told apart from what is missing', async () => {
  const answer = await api.request(`${base}/places/locate?lat=north`, {
    headers: { 'accept-language': 'en' },
  })
  const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] }
  expect(errors).toEqual([
    { path: 'lat', message: m.field_wrong_form({}, { locale: 'en' }) },
    { path: 'lon', message: m.field_missing({}, { locale: 'en' }) },
  ])
})
