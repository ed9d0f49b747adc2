import { expect, test } from 'vitest'
import { isoInProvince, isoInProvinceOrNull } from './time.ts'

test.each([
  ['2026-11-23T07:05:00Z', '2026-11-23T14:05:00+07:00'],
  ['2026-12-31T17:00:00Z', '2027-01-01T00:00:00+07:00'],
  ['2026-11-23T07:05:00.499999Z', '2026-11-23T14:05:00+07:00'],
  ['2026-11-23T07:05:59.5Z', '2026-11-23T14:06:00+07:00'],
])('%s is %s in the province, to the nearest second', (utc, iso) =>
  expect(isoInProvince(Temporal.Instant.from(utc))).toBe(iso),
)

test('what is absent stays so', () => expect(isoInProvinceOrNull(null)).toBeNull())
