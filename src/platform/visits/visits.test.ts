import { expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/database.server.ts'
import type { Context } from '../context.ts'
import type { VisitTables } from './tables.ts'
import { countVisit, readVisits, sweepVisits, writeVisits } from './visits.server.ts'
import { world } from '../../../tests/world/world.ts'

const phone = 'Mozilla/5.0 (Linux; Android 9; SM-J400F) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36'
const laptop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0'

test('a visitor counts once, however many pages they open', async () => {
  const w = await world()
  const context = w.context()
  for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.2']) {
    await countVisit(context, { address, userAgent: phone })
  }
  await countVisit(context, { address: '203.0.113.1', userAgent: laptop })
  await writeVisits(context)
  expect(await readVisits(context)).toEqual({ now: 3, total: 3 })
})

test('robots are left out', async () => {
  const w = await world()
  await countVisit(w.context(), { address: '203.0.113.1', userAgent: 'Googlebot/2.1 (+http://google.com)' })
  await writeVisits(w.context())
  expect(await readVisits(w.context())).toEqual({ now: 0, total: 0 })
})

test('of several processes that see the same visitors at once, each visit is counted by one', async () => {
  const w = await world()
  const pools = [1, 2, 3].map(() => openPool(w.databaseUrl, 2))
  const processes = pools.map((pool): Context<VisitTables> => ({ ...w.context(), db: openDatabase(pool) }))
  for (const context of processes) {
    for (let at = 0; at < 40; at += 1) {
      await countVisit(context, { address: `203.0.113.${at}`, userAgent: phone })
    }
  }
  await Promise.all(processes.map(writeVisits))
  expect(await readVisits(w.context())).toEqual({ now: 40, total: 40 })
  for (const context of processes) await context.db.destroy()
})

test('after half an hour of silence it is a new visit; after five minutes the visitor is gone', async () => {
  const w = await world()
  const seen = { address: '203.0.113.1', userAgent: phone }
  await countVisit(w.context(), seen)
  await writeVisits(w.context())
  w.clock.advance({ minutes: 20 })
  expect(await readVisits(w.context())).toEqual({ now: 0, total: 1 })
  await countVisit(w.context(), seen)
  await writeVisits(w.context())
  w.clock.advance({ minutes: 31 })
  await countVisit(w.context(), seen)
  await writeVisits(w.context())
  expect(await readVisits(w.context())).toEqual({ now: 1, total: 2 })
})

test('who stays over midnight is one visitor and one visit, in every process', async () => {
  const w = await world()
  const pools = [1, 2].map(() => openPool(w.databaseUrl, 2))
  const processes = pools.map((pool): Context<VisitTables> => ({ ...w.context(), db: openDatabase(pool) }))
  const open = async (at: string) => {
    w.clock.set(at)
    for (const context of processes) await countVisit(context, { address: '203.0.113.1', userAgent: phone })
    await Promise.all(processes.map(writeVisits))
  }
  await open('2026-11-23T23:58:00+07:00')
  await sweepVisits(w.context())
  await open('2026-11-24T00:02:00+07:00')
  expect(await readVisits(w.context())).toEqual({ now: 1, total: 1 })
  await open('2026-11-24T00:25:00+07:00')
  await open('2026-11-24T00:50:00+07:00')
  expect(await readVisits(w.context())).toEqual({ now: 1, total: 1 })
  await open('2026-11-24T23:50:00+07:00')
  await open('2026-11-25T00:29:00+07:00')
  expect(await readVisits(w.context())).toEqual({ now: 1, total: 3 })
  await sweepVisits(w.context())
  w.clock.set('2026-11-25T00:31:00+07:00')
  await sweepVisits(w.context())
  const { rows } = await w.pool.query('select day::text from visit_salts')
  expect(rows).toEqual([{ day: '2026-11-25' }])
  for (const context of processes) await context.db.destroy()
})

test('no address is stored, and what is stored is swept within the hour', async () => {
  const w = await world()
  await countVisit(w.context(), { address: '203.0.113.77', userAgent: phone })
  await writeVisits(w.context())
  const stored = await w.pool.query('select visitor::text from visitors_seen')
  expect(JSON.stringify(stored.rows)).not.toContain('203.0.113')
  w.clock.advance({ hours: 25 })
  await sweepVisits(w.context())
  const { rows } = await w.pool.query(
    'select (select count(*) from visitors_seen) as visitors, (select count(*) from visit_salts) as salts',
  )
  expect(rows).toEqual([{ visitors: 0, salts: 0 }])
  expect(await readVisits(w.context())).toEqual({ now: 0, total: 1 })
})
