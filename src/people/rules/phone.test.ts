import { describe, expect, it } from 'vitest'
import { looksMobile, maskPhone, readPhone } from './phone.ts'

describe('a phone number', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['(0912) 345-678', '+84912345678'],
    ['+84912345678', '+84912345678'],
    ['+84 912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['02083855555', '+842083855555'],
    ['０９１２３４５６７８', '+84912345678'],
    ['912345678', null],
    ['09123', null],
    ['091234567890', null],
    ['00912345678', null],
    ['+1 415 555 0100', null],
    ['không có', null],
    ['', null],
  ])('%j is read as %j', (text, phone) => {
    expect(readPhone(text)).toBe(phone)
  })

  it.each([
    ['+84912345678', true],
    ['+84355555555', true],
    ['+842083855555', false],
    ['+84412345678', false],
  ])('%s is a mobile number: %s', (phone, mobile) => {
    expect(looksMobile(phone)).toBe(mobile)
  })

  it('is masked in lists', () => {
    expect(maskPhone('+84912345678')).toBe('0912 *** 678')
  })
})
