import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#main/endpoints.ts'
import { makeApi } from '#main/server.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import { arbitraryInput } from '../world/arbitrary-input.ts'
import type { Player, Role } from '../world/role-cast.ts'
import { castOfRoles } from '../world/role-cast.ts'
import type { TestWorld } from '../world/world.ts'
import { world } from '../world/world.ts'

const base = 'http://localhost/api/v1'
const asked = endpoints.filter((row) => row.takes === 'json')
const turns = 25

let w: TestWorld
let api: ReturnType<typeof makeApi>
let cast: Record<Role, Player>
let reportCode: string

beforeAll(async () => {
  w = await world({ env: { RATE_LIMITS: 'off' } })
  api = makeApi(w)
  cast = await castOfRoles(w)
  const filed = await api.request(`${base}/reports`, {
    method: 'POST',
    headers: { ...headersOf('reporter'), 'content-type': 'application/json' },
    body: JSON.stringify({ category: 'road-damage', text: 'Ổ gà sâu ở ngã ba Bến Oánh.', commune: '05443' }),
  })
  reportCode = ((await filed.json()) as { code: string }).code
})

afterAll(() => w.close())

function headersOf(role: Role): Record<string, string> {
  return { cookie: cast[role].cookie, 'idempotency-key': randomUUID() }
}

/** The request of an input: names of the path go there, the rest into the query or the body. */
function send(row: EndpointRow, role: Role, input: Record<string, unknown>): Promise<Response> {
  const rest = { ...input }
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name] ?? reportCode
    Reflect.deleteProperty(rest, name)
    const text = typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)
    return encodeURIComponent(text === '' || /^\.+$/.test(text) ? reportCode : text)
  })
  const inQuery = row.method === 'GET' || row.method === 'DELETE'
  const query = new URLSearchParams(
    Object.entries(inQuery ? rest : {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  return Promise.resolve(
    api.request(`${base}${path}${query.size > 0 ? `?${query.toString()}` : ''}`, {
      method: row.method,
      headers: { ...headersOf(role), ...(inQuery ? {} : { 'content-type': 'application/json' }) },
      ...(inQuery ? {} : { body: JSON.stringify(rest) }),
    }),
  )
}

describe('whatever is sent', () => {
  test.each(asked.map((row) => [`${row.method} ${row.path}`, row] as const))(
    '%s answers what it says or says what is wrong, and never breaks',
    async (_name, row) => {
      const anyRole = fc.constantFrom<Role>('stranger', 'reporter', 'head', 'province', 'administrator')
      await fc.assert(
        fc.asyncProperty(
          anyRole,
          arbitraryInput(row.input, { code: [reportCode, '05443', 'ioc'] }),
          async (role, input) => {
            const answer = await send(row, role, input)
            if (row.sends !== null && answer.ok) {
              expect(row.sends).toContain(answer.headers.get('content-type'))
              expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
              return
            }
            const body: unknown = await answer.json()
            if (answer.status >= 500) throw new Error(`${answer.status}: ${JSON.stringify(body)}`)
            if (answer.status < 300) expect(row.output.safeParse(body).error?.issues ?? []).toEqual([])
            else expect(body).toMatchObject({ code: expect.any(String), title: expect.stringMatching(/\S/) })
          },
        ),
        { numRuns: turns },
      )
    },
  )

  test('a body that is no object, or no JSON at all, is a problem and no bug', async () => {
    for (const body of ['', '[]', 'null', '"x"', '{', '\u0000', '{"text":"\\ud800"}'])
      for (const row of asked.filter(({ method }) => !['GET', 'DELETE'].includes(method))) {
        const path = row.path.replaceAll(/\{\w+\}/g, reportCode)
        const answer = await api.request(base + path, {
          method: row.method,
          headers: { ...headersOf('province'), 'content-type': 'application/json' },
          body,
        })
        expect([path, body, answer.status < 500]).toEqual([path, body, true])
      }
  })
})
