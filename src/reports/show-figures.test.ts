import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemActor } from '#platform/actor.ts'
import { isRefused } from '#platform/pure/refused.ts'
import type { Case } from '../../tests/world/report-cast.ts'
import { answeredOne, deskOf, everything, expectRefused, fileOne } from '../../tests/world/report-cast.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { answerReport } from './answer-report.ts'
import { assignReport } from './assign-report.ts'
import { closeReport } from './close-report.ts'
import { countFiguresAtNight } from './count-figures-at-night.ts'
import { decideExtension } from './decide-extension.ts'
import { listFigure } from './list-figure.ts'
import { rateReport } from './rate-report.ts'
import { reopenReport } from './reopen-report.ts'
import { requestExtension } from './request-extension.ts'
import type { Figure, FigureCounts, Grouping } from './rules/figures.ts'
import { figures, groupings, noFigures } from './rules/figures.ts'
import { listFigureInput, showFiguresInput } from './rules/figures-inputs.ts'
import { showFigures } from './show-figures.ts'
import { startReport } from './start-report.ts'
import type { ReportRow } from './store/tables.ts'
import { withdrawReport } from './withdraw-report.ts'

const may = [...everything, 'see-figures']
const period = { from: '2026-11-01', to: '2027-02-28' }

type Move = (one: Case) => Promise<unknown>
const answer = { ending: 'explained' as const, text: 'Đã vá xong đoạn đường này.', photos: [] }

/** What officers and citizens do; a move that the table refuses changes nothing. */
const moves: readonly Move[] = [
  ({ ioc, code }) => acceptReport(ioc, { code }),
  ({ ioc, code }) => acceptReport(ioc, { code, category: 'electricity' }),
  ({ ioc, code }) => assignReport(ioc, { code, agency: 'so-y-te' }),
  ({ desk, code }) => startReport(desk, { code, mine: true }),
  ({ desk, code }) => answerReport(desk, { code, ...answer }),
  ({ desk, code }) => answerReport(desk, { code, ...answer }),
  ({ desk, code }) => requestExtension(desk, { code, workingDays: 2, text: 'Chờ vật tư về trong tuần.' }),
  ({ ioc, code }) => decideExtension(ioc, { code, approved: true }),
  ({ me, code }) => rateReport(me, { code, stars: 5 }),
  ({ me, code }) => rateReport(me, { code, stars: 2 }),
  ({ me, code }) => reopenReport(me, { code, text: 'Chỗ này vẫn chưa xong.', photos: [] }),
  ({ desk, code }) => closeReport(desk, { code }),
  ({ me, code }) => withdrawReport(me, { code }),
]

type Step =
  | { readonly kind: 'file'; readonly category: string }
  | { readonly kind: 'move'; readonly which: number; readonly move: number }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'night' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      category: fc.constantFrom('pavement-encroachment', 'electricity', 'unpermitted-building'),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which: fc.nat(40),
      move: fc.nat(moves.length - 1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'night' as const }) },
)

async function live(w: TestWorld, cases: Case[], step: Step): Promise<void> {
  if (step.kind === 'file') cases.push(await fileOne(w, { category: step.category }))
  if (step.kind === 'wait') w.clock.advance({ hours: step.hours })
  if (step.kind === 'night') await countFiguresAtNight(w.context(systemActor))
  const one = step.kind === 'move' ? cases[step.which % Math.max(1, cases.length)] : undefined
  if (step.kind !== 'move' || !one) return
  await moves[step.move]?.(one).catch((error: unknown) => {
    if (!isRefused(error)) throw error
  })
}

/** The same figures told again from the reports themselves, by other means than SQL. */
const isOf: Record<Figure, (row: ReportRow, nowMs: number) => boolean> = {
  received: () => true,
  answered: (row) => row.answered_at !== null,
  'on-time': (row) => row.answered_at !== null && !isAfter(row.answered_at, row.due_at),
  late: (row, nowMs) =>
    row.answered_at === null
      ? !['closed', 'rejected', 'merged', 'withdrawn'].includes(row.status) &&
        row.paused_at === null &&
        row.due_at !== null &&
        row.due_at.epochMilliseconds < nowMs
      : isAfter(row.answered_at, row.due_at),
  extended: (row) => row.extended,
  reopened: (row) => row.reopenings > 0,
  rated: (row) => row.stars !== null,
  satisfied: (row) => (row.stars ?? 0) >= 4,
}

function isAfter(at: Temporal.Instant, due: Temporal.Instant | null): boolean {
  return due !== null && Temporal.Instant.compare(at, due) > 0
}

function keyOf(row: ReportRow, by: Grouping): string {
  const day = row.filed_at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate()
  const keys: Record<Grouping, string> = {
    day: day.toString(),
    week: day.subtract({ days: day.dayOfWeek - 1 }).toString(),
    month: day.with({ day: 1 }).toString(),
    agency: row.agency,
    commune: row.commune_code,
    category: row.category,
  }
  return keys[by]
}

async function recount(w: TestWorld, by: Grouping): Promise<Map<string, FigureCounts>> {
  const rows = await w.db.selectFrom('reports').selectAll().execute()
  const found = new Map<string, Record<Figure, number>>()
  for (const row of rows) {
    const counts = found.get(keyOf(row, by)) ?? { ...noFigures }
    for (const figure of figures) if (isOf[figure](row, w.clock.now().epochMilliseconds)) counts[figure] += 1
    found.set(keyOf(row, by), counts)
  }
  return found
}

async function expectTrue(w: TestWorld): Promise<void> {
  const ioc = deskOf(w, 'ioc', may)
  for (const by of groupings) {
    const shown = await showFigures(ioc, showFiguresInput.parse({ ...period, by }))
    const some = shown.items.filter((item) => item.counts.received > 0)
    const told = await recount(w, by)
    expect([by, new Map(some.map((item) => [item.code, item.counts]))]).toEqual([by, told])
  }
}

/** Lives a history in a world of its own and compares the figures on the way and at its end. */
async function expectTrueThrough(w: TestWorld, steps: readonly Step[]): Promise<void> {
  const cases: Case[] = []
  for (const [at, one] of steps.entries()) {
    await live(w, cases, one)
    if (at % 15 === 14) await expectTrue(w)
  }
  await expectTrue(w)
  const job = w.context(systemActor)
  await countFiguresAtNight(job)
  expect(await countFiguresAtNight(job)).toBe(0)
  await expectTrue(w)
}

test('nightly figures with what changed since equal a full recount, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 45 }), async (steps) => {
      const w = await world()
      await expectTrueThrough(w, steps).finally(() => w.close())
    }),
    { numRuns: 5 },
  )
}, 240_000)

test('each number is as long as the list behind it, page by page, in every group', async () => {
  const w = await world()
  const one = await answeredOne(w)
  await rateReport(one.me, { code: one.code, stars: 4 })
  await fileOne(w)
  w.clock.set('2026-12-02T08:00:00+07:00')
  await countFiguresAtNight(w.context(systemActor))
  await answeredOne(w, { category: 'electricity' })
  const ioc = deskOf(w, 'ioc', may)
  for (const by of ['day', 'agency', 'category'] as const) {
    const shown = await showFigures(ioc, showFiguresInput.parse({ ...period, to: '2026-12-02', by }))
    for (const item of shown.items) {
      for (const figure of figures) {
        const where = by === 'day' ? {} : { [by]: item.code }
        const asked = { ...where, from: item.from, to: item.to, figure, limit: 1 }
        const codes = new Set<string>()
        for (let cursor: string | undefined, more = true; more;) {
          const page = await listFigure(ioc, listFigureInput.parse({ ...asked, cursor }))
          page.items.forEach((card) => codes.add(card.code))
          cursor = page.nextCursor ?? undefined
          more = cursor !== undefined
        }
        expect([item.code, figure, codes.size]).toEqual([item.code, figure, item.counts[figure]])
      }
    }
    expect(shown.total).toMatchObject({
      received: 3,
      answered: 2,
      'on-time': 2,
      late: 1,
      rated: 1,
      satisfied: 1,
    })
  }
})

test('counted days are read as they were counted, and live once one of their reports changes', async () => {
  const w = await world()
  const one = await fileOne(w)
  w.clock.set('2026-11-25T08:00:00+07:00')
  const job = w.context(systemActor)
  expect(await countFiguresAtNight(job)).toBe(1)
  await w.db.updateTable('report_day_figures').set({ received: 7 }).execute()
  const asked = showFiguresInput.parse(period)
  const ioc = deskOf(w, 'ioc', may)
  expect((await showFigures(ioc, asked)).total.received).toBe(7)
  const { id } = await w.db
    .selectFrom('reports')
    .select('id')
    .where('code', '=', one.code)
    .executeTakeFirstOrThrow()
  await w.db.updateTable('reports').set({ merged_into: null }).where('id', '=', id).execute()
  expect((await showFigures(ioc, asked)).total.received).toBe(1)
})

test('an agency sees its own figures, the province all; others none', async () => {
  const w = await world()
  const one = await answeredOne(w)
  const head = deskOf(w, one.agency, may)
  expect((await showFigures(head, showFiguresInput.parse(period))).total.received).toBe(1)
  const other = deskOf(w, 'so-y-te', may)
  expect((await showFigures(other, showFiguresInput.parse(period))).total.received).toBe(0)
  await expectRefused(showFigures(other, showFiguresInput.parse({ agency: one.agency })), 'not-permitted')
  await expectRefused(showFigures(one.desk, showFiguresInput.parse({})), 'not-permitted')
  await expectRefused(showFigures(w.context(passerBy), showFiguresInput.parse({})), 'sign-in-first')
  await expectRefused(listFigure(other, listFigureInput.parse({ agency: one.agency })), 'not-permitted')
  const backwards = showFiguresInput.parse({ from: '2026-12-01', to: '2026-11-01' })
  await expectRefused(showFigures(head, backwards), 'period-wrong')
})
