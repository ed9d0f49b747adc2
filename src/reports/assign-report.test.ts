import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { assignReport } from './assign-report.ts'

test('intake passes a report on at once: it is accepted with it, and the note stays at the desk', async () => {
  const w = await world()
  const { code, ioc, desk, me } = await fileOne(w)
  const moved = await assignReport(ioc, {
    code,
    agency: 'so-xay-dung',
    note: 'Đường tỉnh, không phải đường phường.',
  })
  expect(moved).toMatchObject({ status: 'assigned', agency: { code: 'so-xay-dung', name: 'Sở Xây dựng' } })
  const mine = await seen(me, code)
  expect(mine.timeline.map((entry) => entry.step)).toEqual(['assigned', 'accepted', 'filed'])
  expect(JSON.stringify(mine)).not.toContain('Đường tỉnh')
  const theirs = await seen(deskOf(w, 'so-xay-dung'), code)
  expect(theirs.desk?.notes[0]?.text).toContain('Đường tỉnh')
  expect((await seen(desk, code)).view).toBe('public')
})

test('an unknown agency is refused', async () => {
  const w = await world()
  const { code, ioc } = await fileOne(w)
  await expectRefused(assignReport(ioc, { code, agency: 'so-khong-co' }), 'agency-unknown')
})
