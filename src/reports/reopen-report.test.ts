import { expect, test } from 'vitest'
import { answeredOne, expectRefused, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { answerReport } from './answer-report.ts'
import { rateReport } from './rate-report.ts'
import { reopenReport } from './reopen-report.ts'
import { startReport } from './start-report.ts'

const again = { text: 'Mưa một trận lại hỏng như cũ.', photos: [] }

test('within seven days of the answer, once, with a new clock', async () => {
  const w = await world()
  const { code, me, desk, other } = await answeredOne(w)
  await rateReport(me, { code, stars: 2 })
  w.clock.set('2026-11-30T09:00:00+07:00')
  await expectRefused(reopenReport(other, { code, ...again }), 'not-your-report')
  const moved = await reopenReport(me, { code, ...again })
  expect(moved).toMatchObject({ status: 'reopened', dueAt: '2026-12-07T17:00:00+07:00' })
  expect(await seen(me, code)).toMatchObject({ stars: null })
  await startReport(desk, { code, mine: true })
  await answerReport(desk, { code, ending: 'explained', text: 'Đã làm lại toàn bộ mặt đường.', photos: [] })
  await rateReport(me, { code, stars: 5 })
  await expectRefused(reopenReport(me, { code, ...again }), 'reopening-used-up')
})

test('a second after the seventh day it is too late, whatever happened in between', async () => {
  const w = await world()
  const { code, me } = await answeredOne(w)
  w.clock.set('2026-11-29T12:00:00+07:00')
  await rateReport(me, { code, stars: 1, text: 'Chưa được.' })
  w.clock.set('2026-11-30T09:00:01+07:00')
  await expectRefused(reopenReport(me, { code, ...again }), 'reopening-too-late')
  expect((await seen(me, code)).may).not.toContain('reopen')
})
