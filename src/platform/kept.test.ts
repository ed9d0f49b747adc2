import { expect, test, vi } from 'vitest'
import { world } from '../../tests/world/world.ts'
import { forgetKept, keep } from './kept.ts'
import type { VisitTables } from './visits/tables.ts'

test('many ask, one reads; what was forgotten or is old is read anew', async () => {
  const w = await world()
  const read = vi.fn(async () => read.mock.calls.length)
  const kept = keep<VisitTables, unknown>(read)
  expect(await Promise.all([1, 2, 3].map(() => kept.get(w.context())))).toEqual([1, 1, 1])
  kept.forget(w)
  expect(await kept.get(w.context())).toBe(2)
  forgetKept(w)
  expect(await kept.get(w.context())).toBe(3)
  const late = performance.now() + 31_000
  vi.spyOn(performance, 'now').mockReturnValue(late)
  expect(await kept.get(w.context())).toBe(4)
  vi.restoreAllMocks()
})

test('another world reads for itself', async () => {
  const [one, two] = [await world(), await world()]
  const read = vi.fn(async () => read.mock.calls.length)
  const kept = keep<VisitTables, unknown>(read)
  expect([await kept.get(one.context()), await kept.get(two.context())]).toEqual([1, 2])
})

test('a read that fails fails nobody else, and is not kept', async () => {
  const w = await world()
  const read = vi.fn(async () => 'read')
  read.mockRejectedValueOnce(new Error('the connection broke'))
  const kept = keep<VisitTables, unknown>(read)
  const [first, second] = await Promise.allSettled([kept.get(w.context()), kept.get(w.context())])
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  expect(await kept.get(w.context())).toBe('read')
})
