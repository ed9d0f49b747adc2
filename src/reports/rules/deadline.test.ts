import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkingCalendar } from '#places/rules/working-time.ts'
import type { LimitRule } from './deadline.ts'
import { limitFor, stepDue, usualLimits, workDue } from './deadline.ts'

const office: WorkingCalendar = {
  roundTheClock: false,
  weekdays: [1, 2, 3, 4, 5],
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      hours: [
        { from: '07:30', to: '11:30' },
        { from: '13:00', to: '17:00' },
      ],
    },
  ],
  daysOff: new Set(['2027-01-01']),
  workedDays: new Set(),
  ownHours: new Map(),
}
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const clock = (from: string, extendedDays = 0, pauses: [string, string | null][] = []) => ({
  from: at(from),
  extendedDays,
  pauses: pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
})

describe('the deadline of the work', () => {
  test.each([
    ['normal', clock('2026-11-23T09:00'), '2026-11-30T17:00'],
    ['complex', clock('2026-11-23T09:00'), '2026-12-14T17:00'],
    ['urgent', clock('2026-11-23T09:00'), '2026-11-23T14:30'],
    ['urgent', clock('2026-11-23T16:00'), '2026-11-24T10:30'],
    ['normal', clock('2026-12-28T09:00'), '2027-01-05T17:00'],
    ['normal', clock('2026-11-23T09:00', 3), '2026-12-03T17:00'],
    ['urgent', clock('2026-11-23T09:00', 2), '2026-11-25T17:00'],
    ['urgent', clock('2026-11-23T09:00', 0, [['2026-11-23T10:00', '2026-11-24T10:00']]), '2026-11-24T14:30'],
    ['normal', clock('2026-11-23T09:00', 0, [['2026-11-23T10:00', null]]), '2026-11-30T17:00'],
  ] as const)('%s from %o', (urgency, clock, due) => {
    expect(workDue(office, usualLimits[urgency], clock)?.toString()).toBe(at(due).toString())
  })

  test('is none where there is no limit', () => {
    expect(workDue(office, usualLimits.none, clock('2026-11-23T09:00'))).toBeNull()
  })

  test('does not count pauses from before the clock began', () => {
    const old: [string, string][] = [['2026-11-20T08:00', '2026-11-20T16:00']]
    const anew = workDue(office, usualLimits.normal, clock('2026-11-23T09:00', 0, old))
    expect(anew?.toString()).toBe(at('2026-11-30T17:00').toString())
  })

  test('never comes earlier for a pause or an extension', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 })
    fc.assert(
      fc.property(
        fc.constantFrom('urgent', 'normal', 'complex'),
        minutes,
        minutes,
        fc.nat(15),
        (urgency, a, b, days) => {
          const from = at('2026-11-23T09:00')
          const pause = { from: from.add({ minutes: a }), to: from.add({ minutes: a + b }) }
          const plain = workDue(office, usualLimits[urgency], { from, extendedDays: 0, pauses: [] })
          const later = workDue(office, usualLimits[urgency], { from, extendedDays: days, pauses: [pause] })
          expect(Temporal.Instant.compare(later ?? from, plain ?? from)).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('a step is due in working minutes', () => {
  expect(stepDue(office, clock('2026-11-23T16:00'), 240).toString()).toBe(at('2026-11-24T10:30').toString())
  expect(stepDue(office, clock('2026-11-21T23:00'), 30).toString()).toBe(at('2026-11-23T08:00').toString())
})

test('the most particular limit counts', () => {
  const base = { ...usualLimits.normal, urgency: 'normal' as const, category: null, agency: null }
  const rules: LimitRule[] = [
    base,
    { ...base, agency: 'so-xay-dung', workDays: 6 },
    { ...base, category: 'noise', workDays: 7 },
    { ...base, category: 'noise', agency: 'so-xay-dung', workDays: 8 },
  ]
  const days = (category: string, agency: string) =>
    limitFor(rules, { urgency: 'normal', category, agency }).workDays
  expect(days('schools', 'so-y-te')).toBe(5)
  expect(days('schools', 'so-xay-dung')).toBe(6)
  expect(days('noise', 'so-y-te')).toBe(7)
  expect(days('noise', 'so-xay-dung')).toBe(8)
  expect(limitFor([], { urgency: 'complex', category: 'noise', agency: 'ioc' }).workDays).toBe(15)
})
