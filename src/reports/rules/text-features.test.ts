import { expect, test } from 'vitest'
import { featuresOf } from './text-features.ts'

test('a text gives its syllables with and without accents, and pairs without', () => {
  expect(featuresOf('Ổ gà sâu')).toEqual(['ga', '=ổ', '=gà', '=sâu', 'o_ga', 'ga_sau'])
})

test('typed without accents it shares what matters with the text that has them', () => {
  const bare = new Set(featuresOf('den duong tat ba hom nay'))
  const full = featuresOf('Đèn đường tắt ba hôm nay').filter((feature) => !feature.startsWith('='))
  expect(full.length).toBeGreaterThan(3)
  expect(full.filter((feature) => !bare.has(feature))).toEqual([])
})

test('numbers are alike, and two words that say nothing make no pair', () => {
  expect(featuresOf('số 18')).toContain('so_#')
  expect(featuresOf('số 42')).toContain('so_#')
  expect(featuresOf('và của')).toEqual(['=và', '=của'])
})

test('decomposed letters are the same letters', () => {
  const text = 'Rác thải chất đống'
  expect(featuresOf(text.normalize('NFD'))).toEqual(featuresOf(text))
})
