import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClaims } from './provider-claims.ts'

const map = {
  name: 'HoVaTen',
  phone: 'phone_number',
  phoneVerified: 'phone_number_verified',
  commune: 'address.locality',
}
const phone = '0912 345 678'

describe('what a provider told', () => {
  it('is read by the map, tidied, and by paths into claims', () => {
    const profile = {
      HoVaTen: '  Nông  Thị\nMẫu ',
      name: 'not this',
      phone_number: phone,
      phone_number_verified: true,
      address: { locality: 'Phường Quyết Thắng' },
    }
    expect(readClaims(profile, map)).toEqual({
      name: 'Nông Thị Mẫu',
      phone: '+84912345678',
      commune: 'Phường Quyết Thắng',
    })
  })

  it('is read from a claim that has dots in its name', () => {
    const name = 'https://id.example/ten'
    expect(readClaims({ [name]: 'Lý Văn Mẫu' }, { name })).toMatchObject({ name: 'Lý Văn Mẫu' })
  })

  it.each([
    ['true', true, true],
    ['the word true', 'true', true],
    ['false', false, false],
    ['the word false', 'false', false],
    ['one', 1, false],
    ['nothing', undefined, false],
  ])('a phone number of which the provider says %s', (_what, verified, counts) => {
    const read = readClaims({ phone_number: phone, phone_number_verified: verified }, map)
    expect(read.phone).toBe(counts ? '+84912345678' : null)
  })

  it('a phone number does not count without a word on it in the map, and always with "always"', () => {
    const profile = { phone_number: phone, phone_number_verified: true }
    expect(readClaims(profile, { phone: 'phone_number' }).phone).toBeNull()
    const always = { phone: 'phone_number', phoneVerified: 'always' }
    expect(readClaims({ phone_number: phone }, always).phone).toBe('+84912345678')
  })

  it.each([
    ['too short a name', { HoVaTen: 'A' }],
    ['too long a name', { HoVaTen: 'A'.repeat(81) }],
    ['a foreign number', { phone_number: '+1 415 555 0100', phone_number_verified: true }],
    ['a number that is no text', { phone_number: 912345678, phone_number_verified: true }],
    ['a claim that is inherited', Object.create({ HoVaTen: 'Lý Văn Mẫu' }) as object],
  ])('%s is left out', (_what, profile) => {
    expect(readClaims(profile as Record<string, unknown>, map)).toEqual({
      name: null,
      phone: null,
      commune: null,
    })
  })

  it('never throws, whatever it is, and never gives a number that is not vouched for', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.string()),
        (profile, some) => {
          const { phoneVerified: _left, ...unvouched } = some
          expect(readClaims(profile, unvouched).phone).toBeNull()
        },
      ),
    )
  })
})
