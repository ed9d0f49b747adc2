import { expect, test } from 'vitest'
import { answeredOne, expectRefused, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { closeReport } from './close-report.ts'
import { reopenReport } from './reopen-report.ts'

test('the agency closes what it answered, and cannot close the citizen’s way back', async () => {
  const w = await world()
  const { code, desk, me } = await answeredOne(w)
  expect(await closeReport(desk, { code })).toMatchObject({ status: 'closed' })
  expect(await seen(me, code)).toMatchObject({ closedAs: 'explained' })
  expect((await seen(me, code)).may).toContain('reopen')
  expect(await reopenReport(me, { code, text: 'Hôm sau lại hỏng rồi.', photos: [] })).toMatchObject({
    status: 'reopened',
  })
  const working = await inWork(w)
  await expectRefused(closeReport(desk, { code: working.code }), 'move-not-allowed')
})
