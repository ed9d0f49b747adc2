import { describe, expect, it } from 'vitest'
import { decideAdmission, fillGaps } from './admission.ts'

const phone = '+84912345678'
const citizen = { phoneVerified: true, officer: false }

describe('who somebody is that a provider sends', () => {
  it.each([
    ['known by subject', { known: true, phone, holder: null }, { as: 'known' }],
    ['known by subject, whoever has the number', { known: true, phone, holder: citizen }, { as: 'known' }],
    ['the holder of the number', { known: false, phone, holder: citizen }, { as: 'holder' }],
    ['new, with a number', { known: false, phone, holder: null }, { as: 'new', phone }],
    ['new, without', { known: false, phone: null, holder: null }, { as: 'new', phone: null }],
    [
      'never an officer',
      { known: false, phone, holder: { phoneVerified: true, officer: true } },
      { as: 'new', phone: null },
    ],
    [
      'never who has not confirmed the number here',
      { known: false, phone, holder: { phoneVerified: false, officer: false } },
      { as: 'new', phone: null },
    ],
  ])('%s', (_what, arrival, admission) => {
    expect(decideAdmission(arrival)).toEqual(admission)
  })
})

describe('gaps', () => {
  it.each([
    [
      { name: '', commune: null },
      { name: 'Lý Mẫu', commune: '05443' },
      { name: 'Lý Mẫu', commune: '05443' },
    ],
    [
      { name: 'Mẫu', commune: '05467' },
      { name: 'Lý Mẫu', commune: '05443' },
      { name: 'Mẫu', commune: '05467' },
    ],
    [
      { name: '', commune: null },
      { name: null, commune: null },
      { name: '', commune: null },
    ],
  ])('%j told %j is %j', (person, told, filled) => {
    expect(fillGaps(person, told)).toEqual(filled)
  })
})
