import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { once } from '#platform/once.server.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { fileReport } from './file-report.ts'
import { findReport } from './find-report.ts'
import { listCategories } from './list-categories.ts'
import { listPublicReports } from './list-public-reports.ts'
import { fileReportInput } from './rules/inputs.ts'

const filing = fileReportInput.parse({
  category: 'road-damage',
  text: 'O ga to giua duong truoc cong truong',
  lat: 21.5942,
  lon: 105.8482,
  anonymous: true,
})

/** The statements that some work sends to the database, in short. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = query.mock.calls.map(([first]: unknown[]) =>
    typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''),
  )
  query.mockRestore()
  return texts.map((text) => text.trim().split(/\s+/).slice(0, 3).join(' ').replaceAll('"', ''))
}

test('a report is filed in few statements, a list read in two, and what seldom changes in none', async () => {
  const w = await world()
  await w.queue.stop()
  const context = w.context(passerBy)
  const file = (key: string) => () =>
    once(context, { scope: 'stranger', key, request: filing }, async (inside) => ({
      status: 201,
      answer: await fileReport(inside, filing),
    }))
  await file('first')()
  await w.outside.live.settled()
  const filed = await statementsOf(async () => {
    await file('second')()
    await w.outside.live.settled()
  })
  expect(filed).toEqual([
    'begin',
    'insert into idempotency_keys',
    'with filed as',
    // Who listens by webhook is asked each time: an address that was just registered misses nothing.
    'select id from',
    'update idempotency_keys set',
    'commit',
    'select pg_notify($1, text)',
  ])
  const list = { limit: 20, group: 'all' } as const
  const { items } = await listPublicReports(context, list)
  expect((await statementsOf(() => listPublicReports(context, list))).length).toBeLessThanOrEqual(2)
  expect(items).toHaveLength(2)
  expect(
    await statementsOf(() => Promise.all([listCategories(context), searchCommunes(context, { limit: 200 })])),
  ).toEqual([])
  const read = await statementsOf(() => findReport(context, { code: items[0]?.code ?? '' }))
  expect(read.length).toBeLessThanOrEqual(5)
})
