import { expect, test } from 'vitest'
import { answeredOne, expectRefused, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { rateReport } from './rate-report.ts'

test('the reporter rates once; strangers see the stars, not the words', async () => {
  const w = await world()
  const { code, me, other, desk } = await answeredOne(w)
  await expectRefused(rateReport(other, { code, stars: 5 }), 'not-your-report')
  await rateReport(me, { code, stars: 4, text: 'Nhanh, cảm ơn phường.' })
  await expectRefused(rateReport(me, { code, stars: 1 }), 'already-rated')
  const view = await seen(other, code)
  expect(view.stars).toBe(4)
  expect(JSON.stringify(view)).not.toContain('cảm ơn')
  expect((await seen(desk, code)).timeline[0]).toMatchObject({
    step: 'rated',
    stars: 4,
    text: 'Nhanh, cảm ơn phường.',
  })
})

test('what has no answer is not rated', async () => {
  const w = await world()
  const { code, me } = await inWork(w)
  await expectRefused(rateReport(me, { code, stars: 5 }), 'move-not-allowed')
})
