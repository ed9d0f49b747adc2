import { expect, test } from 'vitest'
import { expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { askForMore } from './ask-for-more.ts'
import { withdrawReport } from './withdraw-report.ts'

test('its reporter takes a report back before the work begins', async () => {
  const w = await world()
  const { code, desk, me, other } = await fileOne(w)
  await expectRefused(withdrawReport(other, { code }), 'not-your-report')
  await askForMore(desk, { code, text: 'Bạn cho biết số nhà gần nhất nhé?' })
  expect(await withdrawReport(me, { code, text: 'Hàng xóm đã dọn.' })).toMatchObject({ status: 'withdrawn' })
  expect(await seen(other, code)).toMatchObject({ text: null, closedAs: 'withdrawn', paused: false })
  const working = await inWork(w)
  await expectRefused(withdrawReport(working.me, { code: working.code }), 'move-not-allowed')
})
