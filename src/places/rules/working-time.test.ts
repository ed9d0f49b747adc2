import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingTime,
  nextWorkingMoment,
  withPauses,
  workingMinutesBetween,
} from './working-time.ts'
import type { WorkingCalendar } from './working-time.ts'

const winter = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
]
const summer = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
]
const office: WorkingCalendar = {
  roundTheClock: false,
  weekdays: [1, 2, 3, 4, 5],
  seasons: [
    { from: '10-15', to: '04-14', hours: winter },
    { from: '04-15', to: '10-14', hours: summer },
  ],
  daysOff: new Set([
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2027-01-01',
    '2027-02-04',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
  ]),
  workedDays: new Set(['2026-01-10', '2026-08-22']),
  ownHours: new Map([['2026-12-31', [{ from: '07:30', to: '11:30' }]]]),
}
const always: WorkingCalendar = { ...office, roundTheClock: true }

const at = (local: string) => Temporal.Instant.from(`${local}+07:00`)
const local = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('working minutes', () => {
  it.each([
    ['within a morning', '2026-11-23T08:00', 60, '2026-11-23T09:00'],
    ['zero stays where it is', '2026-11-22T03:00', 0, '2026-11-22T03:00'],
    ['up to the exact end of the morning', '2026-11-23T08:00', 210, '2026-11-23T11:30'],
    ['across lunch', '2026-11-23T11:00', 60, '2026-11-23T13:30'],
    ['from inside lunch', '2026-11-23T12:10', 30, '2026-11-23T13:30'],
    ['up to the exact end of the day', '2026-11-23T16:00', 60, '2026-11-23T17:00'],
    ['one minute past the end of the day', '2026-11-23T16:00', 61, '2026-11-24T07:31'],
    ['from before the day', '2026-11-23T03:00', 30, '2026-11-23T08:00'],
    ['from after the day', '2026-11-23T20:00', 30, '2026-11-24T08:00'],
    ['over a weekend', '2026-11-27T16:30', 60, '2026-11-30T08:00'],
    ['from a Saturday', '2026-11-28T09:00', 240, '2026-11-30T11:30'],
    ['a whole day is 480 minutes', '2026-11-23T07:30', 480, '2026-11-23T17:00'],
    ['four hours from the afternoon', '2026-11-23T15:00', 240, '2026-11-24T09:30'],
    ['over Tết Bính Ngọ', '2026-02-13T16:00', 120, '2026-02-23T08:30'],
    ['from within Tết', '2026-02-17T10:00', 30, '2026-02-23T08:00'],
    ['over Tết Đinh Mùi', '2027-02-03T16:30', 60, '2027-02-11T08:00'],
    ['over New Year with a swapped Friday', '2025-12-31T16:30', 60, '2026-01-05T08:00'],
    ['on a worked Saturday', '2026-08-22T07:00', 60, '2026-08-22T08:00'],
    ['Friday into a worked Saturday', '2026-08-21T16:30', 60, '2026-08-22T07:30'],
    ['an ordinary Saturday is none', '2026-08-15T08:00', 60, '2026-08-17T08:00'],
    ['over National Day', '2026-08-28T16:30', 60, '2026-09-03T07:30'],
    ['the last winter day', '2026-04-14T16:30', 60, '2026-04-15T07:30'],
    ['summer mornings are longer', '2026-04-15T07:00', 270, '2026-04-15T11:30'],
    ['summer lunch', '2026-04-15T12:00', 30, '2026-04-15T14:00'],
    ['the last summer day', '2026-10-14T16:30', 60, '2026-10-15T08:00'],
    ['a day with hours of its own', '2026-12-31T11:00', 60, '2027-01-04T08:00'],
    ['the unconfirmed Culture Day is worked', '2026-11-24T08:00', 60, '2026-11-24T09:00'],
  ])('%s', (_what, start, minutes, due) => {
    expect(local(addWorkingMinutes(office, at(start), minutes))).toBe(due)
  })

  it.each([
    ['at night', '2026-11-23T23:50', 30, '2026-11-24T00:20'],
    ['on a holiday', '2026-02-17T10:00', 30, '2026-02-17T10:30'],
    ['over days', '2026-11-23T10:00', 2880, '2026-11-25T10:00'],
  ])('around the clock %s', (_what, start, minutes, due) => {
    expect(local(addWorkingMinutes(always, at(start), minutes))).toBe(due)
  })

  it('a pause moves the end by the working time it took', () => {
    const pause = { from: at('2026-11-23T10:00'), to: at('2026-11-24T10:00') }
    expect(local(addWorkingMinutes(withPauses(office, [pause]), at('2026-11-23T08:00'), 240))).toBe(
      '2026-11-24T13:30',
    )
  })

  it('pauses that overlap count once, and one that still lasts not yet', () => {
    const pauses = [
      { from: at('2026-11-23T09:00'), to: at('2026-11-23T10:00') },
      { from: at('2026-11-23T09:30'), to: at('2026-11-23T10:30') },
      { from: at('2026-11-23T11:00'), to: null },
    ]
    expect(local(addWorkingMinutes(withPauses(office, pauses), at('2026-11-23T08:00'), 120))).toBe(
      '2026-11-23T11:30',
    )
  })

  it('a calendar without work is refused instead of searched for ever', () => {
    const never = { ...office, weekdays: [], workedDays: new Set<string>() }
    expect(() => addWorkingMinutes(never, at('2026-11-23T08:00'), 1)).toThrow(RangeError)
    expect(() => addWorkingDays(never, at('2026-11-23T08:00'), 1)).toThrow(RangeError)
  })
})

describe('working days', () => {
  it.each([
    ['the day itself does not count', '2026-11-23T08:00', 1, '2026-11-24T17:00'],
    ['five days pass a weekend', '2026-11-19T06:52', 5, '2026-11-26T17:00'],
    ['filed on a Saturday', '2026-11-21T10:00', 1, '2026-11-23T17:00'],
    ['filed at night', '2026-11-23T23:00', 1, '2026-11-24T17:00'],
    ['over Tết', '2026-02-13T10:00', 3, '2026-02-25T17:00'],
    ['fifteen days', '2026-11-02T10:00', 15, '2026-11-23T17:00'],
    ['a worked Saturday counts', '2026-08-21T10:00', 1, '2026-08-22T17:00'],
    ['none is the end of the day', '2026-11-23T10:00', 0, '2026-11-23T17:00'],
    ['none after work is the next end', '2026-11-23T18:00', 0, '2026-11-24T17:00'],
    ['ends at noon on a short day', '2026-12-30T10:00', 1, '2026-12-31T11:30'],
  ])('%s', (_what, start, days, due) => {
    expect(local(addWorkingDays(office, at(start), days))).toBe(due)
  })

  it('a pause of a day and a half moves the end by as much', () => {
    const pause = { from: at('2026-11-24T07:30'), to: at('2026-11-25T11:30') }
    expect(local(addWorkingDays(withPauses(office, [pause]), at('2026-11-23T08:00'), 5))).toBe(
      '2026-12-02T11:30',
    )
  })
})

describe('pauses and working days', () => {
  const due = (...pauses: [string, string | null][]) =>
    local(
      addWorkingDays(
        withPauses(
          office,
          pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
        ),
        at('2026-11-23T08:00'),
        2,
      ),
    )

  it.each<[string, [string, string | null][], string]>([
    ['none', [], '2026-11-25T17:00'],
    ['a working day', [['2026-11-24T07:30', '2026-11-25T07:30']], '2026-11-26T17:00'],
    [
      'two that overlap count once',
      [
        ['2026-11-24T07:30', '2026-11-25T07:30'],
        ['2026-11-24T13:00', '2026-11-25T07:30'],
      ],
      '2026-11-26T17:00',
    ],
    ['over a weekend only', [['2026-11-21T07:30', '2026-11-22T17:00']], '2026-11-25T17:00'],
    ['begun before the start', [['2026-11-20T07:30', '2026-11-23T10:00']], '2026-11-26T09:30'],
    ['after the end changes nothing', [['2026-11-26T07:30', '2026-11-27T07:30']], '2026-11-25T17:00'],
    [
      'after the end, but met by the moved end',
      [
        ['2026-11-24T07:30', '2026-11-25T07:30'],
        ['2026-11-26T07:30', '2026-11-27T07:30'],
      ],
      '2026-11-27T17:00',
    ],
    ['one that lasts', [['2026-11-24T07:30', null]], '2026-11-25T17:00'],
  ])('%s', (_what, pauses, expected) => {
    expect(due(...pauses)).toBe(expected)
  })

  it('days end where their minutes would', () => {
    const pauses = [{ from: at('2026-11-23T09:00'), to: at('2026-12-01T10:00') }]
    const days = addWorkingDays(withPauses(office, pauses), at('2026-11-23T07:30'), 4)
    expect(local(days)).toBe(
      local(addWorkingMinutes(withPauses(office, pauses), at('2026-11-23T07:30'), 5 * 480)),
    )
  })
})

describe('moments', () => {
  it.each([
    ['2026-11-23T07:29', false],
    ['2026-11-23T07:30', true],
    ['2026-11-23T11:29', true],
    ['2026-11-23T11:30', false],
    ['2026-11-22T10:00', false],
    ['2026-02-17T10:00', false],
    ['2026-08-22T10:00', true],
  ])('%s is worked: %s', (moment, worked) => {
    expect(isWorkingTime(office, at(moment))).toBe(worked)
  })

  it('the next one after Friday evening is Monday morning', () => {
    expect(local(nextWorkingMoment(office, at('2026-11-27T18:00')))).toBe('2026-11-30T07:30')
  })
})

describe('whatever the times', () => {
  const start = Date.parse('2026-01-01T00:00:00Z')
  const moment = fc
    .integer({ min: 0, max: 500 * 24 * 60 })
    .map((minutes) => Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000))
  const minutes = fc.integer({ min: 1, max: 5000 })
  const compare = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b)

  it('what was added lies between', () => {
    fc.assert(
      fc.property(moment, minutes, (from, amount) => {
        expect(workingMinutesBetween(office, from, addWorkingMinutes(office, from, amount))).toBe(amount)
      }),
    )
  })

  it('more minutes never end earlier, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const first = addWorkingMinutes(office, from, a)
        expect(compare(first, addWorkingMinutes(office, from, a + b))).toBeLessThanOrEqual(0)
        expect(compare(first, addWorkingMinutes(office, from.add({ minutes: b }), a))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const steps = addWorkingMinutes(office, addWorkingMinutes(office, from, a), b)
        expect(steps.toString()).toBe(addWorkingMinutes(office, from, a + b).toString())
      }),
    )
  })

  it('a pause cut in two is the same pause', () => {
    fc.assert(
      fc.property(
        moment,
        minutes,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (from, amount, a, b) => {
          const [middle, end] = [from.add({ minutes: a }), from.add({ minutes: a + b })]
          const whole = addWorkingMinutes(withPauses(office, [{ from, to: end }]), from, amount)
          const halves = [
            { from, to: middle },
            { from: middle, to: end },
          ]
          const cut = addWorkingMinutes(withPauses(office, halves), from, amount)
          expect(cut.toString()).toBe(whole.toString())
        },
      ),
    )
  })

  it('the end never lies outside working time', () => {
    fc.assert(
      fc.property(moment, minutes, (from, amount) => {
        const due = addWorkingMinutes(office, from, amount)
        expect(isWorkingTime(office, due.subtract({ seconds: 1 }))).toBe(true)
      }),
    )
  })
})
