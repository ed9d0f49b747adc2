import { expect, test } from 'vitest'
import { systemActor } from '#platform/actor.ts'
import { answeredOne, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { askForMore } from './ask-for-more.ts'
import { closeSettledReports } from './close-settled-reports.ts'
import { closeSilentReports } from './close-silent-reports.ts'
import { escalateLateReports } from './escalate-late-reports.ts'

test('what nobody took up in time is raised, once, also when nobody has it', async () => {
  const w = await world()
  const job = w.context(systemActor)
  const waiting = await fileOne(w)
  const working = await inWork(w)
  expect(await escalateLateReports(job)).toBe(0)
  w.clock.set('2026-11-23T15:00:00+07:00')
  expect(await escalateLateReports(job)).toBe(1)
  expect(await escalateLateReports(job)).toBe(0)
  expect((await seen(waiting.desk, waiting.code)).timeline[0]?.step).toBe('escalated')
  expect((await seen(waiting.other, waiting.code)).timeline[0]?.step).toBe('filed')
  w.clock.set('2026-11-30T17:00:01+07:00')
  expect(await escalateLateReports(job)).toBe(1)
  expect((await seen(working.desk, working.code)).timeline[0]?.step).toBe('escalated')
})

test('an answered report is closed when nobody can reopen it any more', async () => {
  const w = await world()
  const job = w.context(systemActor)
  const { code, me } = await answeredOne(w)
  w.clock.set('2026-11-30T09:00:00+07:00')
  expect(await closeSettledReports(job)).toBe(0)
  w.clock.set('2026-11-30T09:00:01+07:00')
  expect(await closeSettledReports(job)).toBe(1)
  expect(await seen(me, code)).toMatchObject({ status: 'closed', closedAs: 'explained' })
})

test('a question that stays unanswered for five working days closes the report', async () => {
  const w = await world()
  const job = w.context(systemActor)
  const { code, desk, me } = await inWork(w)
  await askForMore(desk, { code, text: 'Bạn cho biết số nhà nhé?' })
  w.clock.set('2026-11-30T17:00:00+07:00')
  expect(await closeSilentReports(job)).toBe(0)
  expect(await escalateLateReports(job)).toBe(0)
  w.clock.set('2026-11-30T17:00:01+07:00')
  expect(await closeSilentReports(job)).toBe(1)
  expect(await seen(me, code)).toMatchObject({ status: 'closed', closedAs: 'silent', may: [] })
})
