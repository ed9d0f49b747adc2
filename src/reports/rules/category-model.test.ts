import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CategoryModel } from './category-model.ts'
import { chancesOf, proposeCategories, rarestWords } from './category-model.ts'

const model: CategoryModel = {
  categories: ['road', 'light'],
  features: new Map([
    ['ga', { at: 0, rarity: 2 }],
    ['den', { at: 1, rarity: 3 }],
  ]),
  weights: Float32Array.from([1, -1, -1, 1]),
  sharpness: 4,
  unseenRarity: 8,
}

test('the category for which more speaks comes first', () => {
  expect(proposeCategories(model, 'ổ gà', 2).map(({ code }) => code)).toEqual(['road', 'light'])
  expect(proposeCategories(model, 'đèn hỏng', 1).map(({ code }) => code)).toEqual(['light'])
})

test('words that were never learnt propose nothing', () => {
  expect(proposeCategories(model, 'xyz', 3)).toEqual([])
  expect(proposeCategories(model, '', 3)).toEqual([])
})

test('chances make one, and the highest score has the highest', () => {
  const scores = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(scores, fc.double({ min: 0.5, max: 16, noNaN: true }), (list, sharpness) => {
      const chances = [...chancesOf(Float64Array.from(list), sharpness)]
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6)
      expect(chances[list.indexOf(Math.max(...list))]).toBe(Math.max(...chances))
    }),
  )
})

test('the rarest words are those never seen, then the rarer; words that say nothing are no words', () => {
  expect(rarestWords(model, ['ga', 'den', 'oanh', 'va', 'ga'], 2)).toEqual(['oanh', 'den'])
  expect(rarestWords(null, ['ga', 'den'], 5)).toEqual(['ga', 'den'])
})
