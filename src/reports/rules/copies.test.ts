import { describe, expect, test } from 'vitest'
import type { CopySource } from './copies.ts'
import { planCopies } from './copies.ts'

const weekSeconds = 7 * 24 * 3600
const sources: CopySource[] = [
  { id: 'closed', status: 'closed', mergedInto: null },
  { id: 'open', status: 'in_progress', mergedInto: null },
  { id: 'twin', status: 'merged', mergedInto: 'closed' },
  { id: 'twin-of-open', status: 'merged', mergedInto: 'open' },
]

describe('copies of reports for measuring', () => {
  const planned = planCopies(sources, { count: 200, firstCopy: 50 })

  test('are as many as were asked for, and none is planned twice', () => {
    expect(planned).toHaveLength(200)
    expect(new Set(planned.map(({ source, copy }) => `${source} ${copy}`)).size).toBe(200)
    expect(Math.min(...planned.map(({ copy }) => copy))).toBe(50)
  })

  test('of weeks ago have all come to an end', () => {
    const old = planned.filter(({ earlierSeconds }) => earlierSeconds >= weekSeconds)
    expect(new Set(old.map(({ source }) => source))).toEqual(new Set(['closed', 'twin']))
    expect(planned.some(({ source }) => source === 'open')).toBe(true)
  })

  test('are none where nothing has ended, or nothing is wanted', () => {
    expect(
      planCopies([{ id: 'open', status: 'submitted', mergedInto: null }], { count: 5, firstCopy: 0 }),
    ).toEqual([])
    expect(planCopies(sources, { count: -3, firstCopy: 0 })).toEqual([])
  })
})
