import { expect, test } from 'vitest'
import { expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { rejectReport } from './reject-report.ts'

const why = {
  reason: 'not-ours',
  text: 'Việc này thuộc thẩm quyền của toà án.',
  goTo: 'Toà án nhân dân khu vực',
} as const

test('the citizen reads why and where to go; strangers no longer read the report', async () => {
  const w = await world()
  const { code, desk, me, other } = await fileOne(w)
  expect(await rejectReport(desk, { code, ...why })).toMatchObject({ status: 'rejected' })
  expect((await seen(me, code)).rejection).toEqual(why)
  const view = await seen(other, code)
  expect(view).toMatchObject({ text: null, place: null, photos: [], closedAs: 'rejected' })
  expect(JSON.stringify(view)).not.toContain('toà án')
})

test('what is in work is not rejected any more', async () => {
  const w = await world()
  const { code, desk } = await inWork(w)
  await expectRefused(rejectReport(desk, { code, ...why }), 'move-not-allowed')
})
