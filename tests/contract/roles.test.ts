import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#main/endpoints.ts'
import { makeApi } from '#main/server.ts'
import type { Player, Role } from '../world/role-cast.ts'
import { castOfRoles, roles, ward } from '../world/role-cast.ts'
import type { TestWorld } from '../world/world.ts'
import { world } from '../world/world.ts'

const base = 'http://localhost/api/v1'
const reason = 'Cán bộ đã xem và nói rõ lý do ở đây.'

let w: TestWorld
let api: ReturnType<typeof makeApi>
let cast: Record<Role, Player>

beforeAll(async () => {
  w = await world({ env: { RATE_LIMITS: 'off' } })
  api = makeApi(w)
  cast = await castOfRoles(w)
})

afterAll(() => w.close())

async function send(
  role: Role,
  { method, path, body }: { method: string; path: string; body?: object },
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await api.request(base + path, {
    method,
    headers: {
      cookie: cast[role].cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** The name of the refusal, or the status of what went well. */
async function outcome(role: Role, asked: Parameters<typeof send>[1]): Promise<string> {
  const { status, body } = await send(role, asked)
  return status < 300 ? 'done' : String(body['code'])
}

/** Somebody who may does it, so that the report stands where the next verb finds it. */
async function must(role: Role, path: string, body: object = {}): Promise<Record<string, unknown>> {
  const answer = await send(role, { method: 'POST', path, body })
  expect([path, answer.status, answer.body]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()])
  return answer.body
}

const verbs = {
  accept: (code: string) => must('head', `/reports/${code}/acceptance`),
  start: (code: string) => must('officer', `/reports/${code}/start`, { mine: true }),
  ask: (code: string) => must('head', `/reports/${code}/question`, { text: reason }),
  extend: (code: string) => must('officer', `/reports/${code}/extension`, { workingDays: 3, text: reason }),
  propose: (code: string) =>
    must('officer', `/reports/${code}/answer`, { ending: 'explained', text: reason }),
  answer: (code: string) => must('head', `/reports/${code}/answer`, { ending: 'explained', text: reason }),
}
type Deed = keyof typeof verbs

/** A new report of the reporter in the ward, moved as far as the deeds say. */
async function reportAfter(deeds: readonly Deed[]): Promise<string> {
  const filed = await must('reporter', '/reports', {
    category: 'pavement-encroachment',
    text: 'Ổ gà sâu ở ngã ba Bến Oánh. Trẻ con đi học qua đây rất đông.',
    commune: '05443',
  })
  const code = String(filed['code'])
  expect(filed['agency']).toMatchObject({ code: ward })
  for (const deed of deeds) await verbs[deed](code)
  return code
}

/** What each of them meets; whoever is not named is refused with not-your-report. */
type Expected = Readonly<Partial<Record<Role, string>>>

const shut: Expected = { stranger: 'sign-in-first' }
const needsPermission: Expected = {
  ...shut,
  citizen: 'not-permitted',
  reporter: 'not-permitted',
  administrator: 'not-permitted',
}
const ofIntake: Expected = { ...needsPermission, officer: 'not-permitted', head: 'done', province: 'done' }
const ofAgency: Expected = { ...needsPermission, officer: 'done', head: 'done' }
const ofReporter: Expected = { reporter: 'done' }
const ofAnyone: Expected = Object.fromEntries(roles.map((role) => [role, 'done']))

interface Row {
  readonly path: string
  readonly after: readonly Deed[]
  readonly body: object
  readonly expected: Expected
}

const work: readonly Deed[] = ['accept', 'start']
const done: readonly Deed[] = [...work, 'answer']

const table: readonly Row[] = [
  { path: 'acceptance', after: [], body: {}, expected: ofIntake },
  { path: 'assignment', after: ['accept'], body: { agency: 'so-xay-dung' }, expected: ofIntake },
  { path: 'rejection', after: [], body: { reason: 'not-ours', text: reason }, expected: ofIntake },
  {
    path: 'question',
    after: [],
    body: { text: reason },
    expected: { ...shut, head: 'done', province: 'done' },
  },
  { path: 'return', after: [], body: { text: reason }, expected: ofAgency },
  { path: 'start', after: ['accept'], body: {}, expected: ofAgency },
  { path: 'extension', after: work, body: { workingDays: 2, text: reason }, expected: ofAgency },
  {
    path: 'extension/decision',
    after: [...work, 'extend'],
    body: { approved: true },
    expected: { ...shut, head: 'done', province: 'done' },
  },
  { path: 'answer', after: work, body: { ending: 'explained', text: reason }, expected: ofAgency },
  {
    path: 'answer/approval',
    after: [...work, 'propose'],
    body: { approved: true },
    expected: { ...needsPermission, officer: 'not-permitted', head: 'done' },
  },
  {
    path: 'publication',
    after: done,
    body: { text: reason },
    expected: { ...needsPermission, officer: 'not-permitted', province: 'done' },
  },
  { path: 'closure', after: done, body: {}, expected: { ...shut, head: 'done', province: 'done' } },
  {
    path: 'contact-reveals',
    after: [],
    body: { reason },
    expected: { ...needsPermission, officer: 'not-permitted', head: 'done', province: 'done' },
  },
  {
    path: 'notes',
    after: [],
    body: { text: reason },
    expected: { ...shut, officer: 'done', head: 'done', province: 'done' },
  },
  { path: 'more', after: ['ask'], body: { text: reason }, expected: ofReporter },
  { path: 'rating', after: done, body: { stars: 4 }, expected: ofReporter },
  { path: 'reopening', after: done, body: { text: reason }, expected: ofReporter },
  { path: 'withdrawal', after: [], body: {}, expected: ofReporter },
  { path: 'following', after: [], body: {}, expected: ofAnyone },
]

describe('who may move a report of the ward', () => {
  test.each(table)('POST /reports/{code}/$path', async ({ path, after, body, expected }) => {
    const met: Partial<Record<Role, string>> = {}
    const wanted: Partial<Record<Role, string>> = {}
    let code = await reportAfter(after)
    for (const role of roles) {
      wanted[role] = expected[role] ?? 'not-your-report'
      met[role] = await outcome(role, { method: 'POST', path: `/reports/${code}/${path}`, body })
      // Whoever did it moved the report: the next one finds another.
      if (met[role] === 'done') code = await reportAfter(after)
    }
    expect(met).toEqual(wanted)
  })

  test('only the merge needs a second report, and obeys the same', async () => {
    const into = await reportAfter([])
    const met: Partial<Record<Role, string>> = {}
    for (const role of roles) {
      const code = await reportAfter([])
      met[role] = await outcome(role, { method: 'POST', path: `/reports/${code}/merge`, body: { into } })
    }
    expect(met).toEqual({ ...ofIntake, elsewhere: 'not-your-report' })
  })

  test('no move of a report is missing from the table', () => {
    const moves = endpoints
      .filter((row) => row.method === 'POST' && row.path.startsWith('/reports/{code}/'))
      .map((row) => row.path.slice('/reports/{code}/'.length))
    const seen = new Set([...table.map((row) => row.path), 'merge'])
    expect(moves.filter((path) => !seen.has(path))).toEqual([])
  })
})

describe('who sees what', () => {
  test('strangers see the public view, its reporter their own, officers who have to do with it the desk', async () => {
    const code = await reportAfter([])
    const met: Partial<Record<Role, unknown>> = {}
    for (const role of roles)
      met[role] = (await send(role, { method: 'GET', path: `/reports/${code}` })).body['view']
    expect(met).toEqual({
      stranger: 'public',
      citizen: 'public',
      reporter: 'own',
      officer: 'desk',
      head: 'desk',
      elsewhere: 'public',
      province: 'desk',
      administrator: 'public',
    })
  })

  test('whoever is not at a desk has no queue, and an officer asks for no other agency', async () => {
    const met: Partial<Record<Role, string>> = {}
    for (const role of roles)
      met[role] = await outcome(role, { method: 'GET', path: '/desk/reports?agency=so-xay-dung' })
    expect(met).toMatchObject({ stranger: 'sign-in-first', citizen: 'not-permitted', province: 'done' })
    expect([met.officer, met.head, met.elsewhere, met.administrator]).toEqual(
      Array.from({ length: 4 }, () => 'not-permitted'),
    )
  })

  test("somebody else's session cannot be ended, and a code that is nowhere is not found", async () => {
    const { body } = await send('reporter', { method: 'GET', path: '/me/sessions' })
    const [session] = body['items'] as { id: string }[]
    expect(await outcome('citizen', { method: 'DELETE', path: `/me/sessions/${session?.id}` })).toBe(
      'session-not-found',
    )
    for (const role of ['head', 'province'] as const)
      expect(await outcome(role, { method: 'POST', path: '/reports/TN-00000000/acceptance' })).toMatch(
        /^report-/,
      )
  })
})
