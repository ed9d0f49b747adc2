import { expect, test } from 'vitest'
import { rankOf, seemAlike, stronglyAlike } from './look-alikes.ts'

const at = (similarity: number, meters: number | null, sameCommune = false) => ({
  similarity,
  meters,
  sameCommune,
})

test('the nearer, the less alike the words must be', () => {
  expect(seemAlike(at(0.4, 100))).toBe(true)
  expect(seemAlike(at(0.4, 900))).toBe(false)
  expect(seemAlike(at(0.5, 900))).toBe(true)
  expect(seemAlike(at(0.5, null, true))).toBe(true)
  expect(seemAlike(at(0.5, null))).toBe(false)
  expect(seemAlike(at(0.7, null))).toBe(true)
})

test('the same words far away are another matter', () => {
  expect(seemAlike(at(1, 20_000))).toBe(false)
})

test('of two alike ones the nearer comes first', () => {
  expect(rankOf(at(0.6, 50))).toBeGreaterThan(rankOf(at(0.6, 2500)))
})

test('only what is very much alike holds a filing up', () => {
  expect(stronglyAlike({ similarity: 0.7, distanceMetres: 40, commune: { code: '05443' } }, '05443')).toBe(
    true,
  )
  expect(stronglyAlike({ similarity: 0.7, distanceMetres: 1500, commune: { code: '05443' } }, '05443')).toBe(
    false,
  )
  expect(stronglyAlike({ similarity: 0.5, distanceMetres: 40, commune: { code: '05443' } }, '05443')).toBe(
    false,
  )
  // Without a distance only the same commune is near.
  expect(stronglyAlike({ similarity: 0.9, distanceMetres: null, commune: { code: '05443' } }, '05443')).toBe(
    true,
  )
  expect(stronglyAlike({ similarity: 0.9, distanceMetres: null, commune: { code: '05443' } }, '05482')).toBe(
    false,
  )
})
