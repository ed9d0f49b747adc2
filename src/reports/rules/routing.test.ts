import { describe, expect, test } from 'vitest'
import { firstAgency, urgencyAt } from './routing.ts'
import type { FirstLine } from './words.ts'

const known = [
  { code: 'ubnd-05443', kind: 'commune', commune: '05443' },
  { code: 'ca-05443', kind: 'commune-police', commune: '05443' },
  { code: 'so-xay-dung', kind: 'department', commune: null },
  { code: 'cong-ty-dien-luc', kind: 'utility', commune: null },
]
const agencies = {
  find: (code: string) => known.find((agency) => agency.code === code),
  ofCommune: (kind: string, commune: string) =>
    known.find((agency) => agency.kind === kind && agency.commune === commune),
  intake: 'ioc',
}

describe('the first agency', () => {
  test.each<[FirstLine, string, string, string]>([
    ['commune', 'so-xay-dung', '05443', 'ubnd-05443'],
    ['commune', 'commune', '05443', 'ubnd-05443'],
    ['commune-police', 'cong-an-tinh', '05443', 'ca-05443'],
    ['utility', 'cong-ty-dien-luc', '05443', 'cong-ty-dien-luc'],
    ['department', 'so-xay-dung', '05443', 'so-xay-dung'],
    ['commune', 'so-xay-dung', '00000', 'so-xay-dung'],
    ['department', 'so-khong-co', '05443', 'ubnd-05443'],
    ['department', 'so-khong-co', '00000', 'ioc'],
  ])('%s with lead %s in %s is %s', (firstLine, lead, commune, expected) => {
    expect(firstAgency({ firstLine, lead }, commune, agencies)).toBe(expected)
  })
})

test.each([
  ['urgent-at-night', 21, 'normal'],
  ['urgent-at-night', 22, 'urgent'],
  ['urgent-at-night', 5, 'urgent'],
  ['urgent-at-night', 6, 'normal'],
  ['complex', 23, 'complex'],
] as const)('%s at %i h is %s', (category, hour, urgency) => {
  expect(urgencyAt(category, hour)).toBe(urgency)
})
