import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { assignReport } from './assign-report.ts'
import { returnReport } from './return-report.ts'

const text = 'Tuyến đường này do sở quản lý.'

test('a report goes back twice at most; then the province decides and it stays', async () => {
  const w = await world()
  const { code, desk, ioc } = await fileOne(w)
  const moved = await returnReport(desk, { code, text, suggestedAgency: 'so-xay-dung' })
  expect(moved).toMatchObject({ status: 'returned', agency: { code: 'ioc' } })
  expect((await seen(ioc, code)).timeline[0]?.toAgency?.code).toBe('so-xay-dung')
  await assignReport(ioc, { code, agency: 'so-xay-dung' })
  const construction = deskOf(w, 'so-xay-dung')
  await returnReport(construction, { code, text })
  await assignReport(ioc, { code, agency: 'so-xay-dung' })
  await expectRefused(returnReport(construction, { code, text }), 'returns-used-up')
  expect((await seen(construction, code)).may).not.toContain('return')
})
