import { expect, test } from 'vitest'
import { answeredOne, fileOne } from '../../tests/world/report-cast.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { showPerformanceInput } from './rules/figures-inputs.ts'
import { showPerformance } from './show-performance.ts'

test('everybody sees how agencies answer, but nothing of fewer than five reports', async () => {
  const w = await world()
  for (let count = 0; count < 5; count += 1) await answeredOne(w)
  await fileOne(w, { category: 'electricity' })
  const stranger = w.context(passerBy)
  const byCategory = await showPerformance(
    stranger,
    showPerformanceInput.parse({ by: 'category', days: '30' }),
  )
  expect(byCategory.total.received).toBe(6)
  // One group is too small, so the other is hidden with it, or the total would tell.
  expect(byCategory.items.map((item) => item.received)).toEqual([null, null])
  const byCommune = await showPerformance(stranger, showPerformanceInput.parse({ by: 'commune' }))
  expect(byCommune.items).toMatchObject([
    { received: 6, answeredPercent: 83, onTimePercent: 100, satisfiedPercent: null },
  ])
})
