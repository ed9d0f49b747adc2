import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { assignReport } from './assign-report.ts'
import { startReport } from './start-report.ts'

test('the agency starts what was assigned to it, and of two officers the first has it', async () => {
  const w = await world()
  const { code, ioc, desk } = await fileOne(w)
  await expectRefused(startReport(desk, { code, mine: true }), 'move-not-allowed')
  await assignReport(ioc, { code, agency: 'so-xay-dung' })
  await expectRefused(startReport(desk, { code, mine: true }), 'not-your-report')
  const [an, binh] = [deskOf(w, 'so-xay-dung'), deskOf(w, 'so-xay-dung')]
  const both = await Promise.allSettled([
    startReport(an, { code, mine: true }),
    startReport(binh, { code, mine: true }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const view = await seen(an, code)
  expect(view.status).toBe('in_progress')
  expect(view.desk?.acceptDueAt).toBeNull()
  expect([an.actor.personId, binh.actor.personId]).toContain(view.desk?.handler)
})
