import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDistance,
  formatMoney,
  formatNumber,
  formatPhone,
  formatRelative,
  formatTime,
} from './format.ts'

describe('dates are written in the province’s time', () => {
  test.each([
    ['2026-11-23T07:05:00Z', '23/11/2026 14:05'],
    ['2026-11-23T14:05:00+07:00', '23/11/2026 14:05'],
    ['2026-12-31T17:00:00Z', '01/01/2027 00:00'],
  ])('%s is %s', (iso, words) => expect(formatDateTime(iso)).toBe(words))

  test('a day without an hour', () => expect(formatDate('2026-12-31T17:00:00Z')).toBe('01/01/2027'))
  test('a plain date is not moved by any zone', () => expect(formatDate('2026-11-23')).toBe('23/11/2026'))
  test('an hour alone', () => expect(formatTime('2026-11-22T23:09:00Z')).toBe('06:09'))
})

describe('relative time is counted in whole units', () => {
  const now = Date.parse('2026-11-23T14:00:00+07:00')
  test.each([
    ['2026-11-23T13:59:31+07:00', 'vi', 'phút này'],
    ['2026-11-23T13:10:00+07:00', 'vi', '50 phút trước'],
    ['2026-11-23T11:30:00+07:00', 'vi', '2 giờ trước'],
    ['2026-11-20T14:00:00+07:00', 'en', '3 days ago'],
    ['2026-11-23T17:30:00+07:00', 'en', 'in 3 hours'],
  ] as const)('%s in %s is %s', (iso, language, words) => {
    expect(formatRelative(iso, now, language)).toBe(words)
  })
})

describe('numbers follow the language', () => {
  test('thousands and decimals', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  })
  test('money', () => expect(formatMoney(50_000, 'vi')).toBe('50.000 ₫'))
  test('distance', () => {
    expect(formatDistance(352, 'vi')).toBe('350 m')
    expect(formatDistance(1230, 'vi')).toBe('1,2 km')
  })
})

describe('telephone numbers are grouped as people read them out', () => {
  test.each([
    ['0912345678', '0912 345 678'],
    ['+84 912 345 678', '0912 345 678'],
    ['02083855688', '0208 3855 688'],
    ['19001009', '1900 10 09'],
    ['113', '113'],
  ])('%s is %s', (number, words) => expect(formatPhone(number)).toBe(words))
})
