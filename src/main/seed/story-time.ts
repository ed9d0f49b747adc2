import type { WorkingCalendar } from '#places/rules/working-time.ts'
import type { Chance } from './chance.ts'

export const storyDays = 60
const zone = 'Asia/Ho_Chi_Minh'
/** How many days before now the storm came; it rained for two days. */
const stormDaysAgo = 24
const stormShare = 0.09
/** So much is filed in the last day and a half that every queue has something fresh. */
const freshShare = 0.07
const freshHours = 30

/** How many of a hundred reports are filed in each hour of the day. */
const hourWeights = [
  1, 0.5, 0.3, 0.3, 0.5, 1.5, 4, 7, 8, 7.5, 6.5, 5.5, 5, 4.5, 4.5, 5, 6, 6.5, 6, 6.5, 6.5, 5, 3.5, 2,
]
const nightWeights = hourWeights.map((weight, hour) => (hour >= 21 || hour <= 1 ? 12 : weight * 0.3))
/** Monday to Sunday. */
const weekdayWeights = [1.25, 1.15, 1.1, 1.05, 1.1, 0.75, 0.6]

/** When something was filed, and whether it was during the storm. */
export interface Filing {
  readonly at: Temporal.Instant
  readonly storm: boolean
}

/** So many filings over the last sixty days, earliest first. */
export function composeFilings(chance: Chance, count: number, now: Temporal.Instant): Filing[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count
    if (share < stormShare) return { at: stormMoment(chance, now), storm: true }
    if (share < stormShare + freshShare) return { at: freshMoment(chance, now), storm: false }
    return { at: usualMoment(chance, now), storm: false }
  }).sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** The same day at an hour when noise is reported. */
export function atNight(chance: Chance, filed: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const moved = atHour(chance, filed.toZonedDateTimeISO(zone).toPlainDate(), nightWeights)
  return Temporal.Instant.compare(moved, now.subtract({ minutes: 5 })) < 0 ? moved : filed
}

function usualMoment(chance: Chance, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = Array.from({ length: storyDays - 2 }, (_, ago) => today.subtract({ days: ago + 2 }))
  const day = chance.weigh(days, (day) => weekdayWeights[day.dayOfWeek - 1] ?? 1)
  return atHour(chance, day, hourWeights)
}

function stormMoment(chance: Chance, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return atHour(chance, today.subtract({ days: stormDaysAgo - chance.whole(0, 1) }), hourWeights)
}

function freshMoment(chance: Chance, now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ seconds: Math.round(chance.between(0.1, freshHours) * 3600) })
}

function atHour(chance: Chance, day: Temporal.PlainDate, weights: readonly number[]): Temporal.Instant {
  const hour = chance.weigh([...weights.keys()], (at) => weights[at] ?? 0)
  const time = Temporal.PlainTime.from({ hour, minute: chance.whole(0, 59), second: chance.whole(0, 59) })
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

/** Office hours as most agencies have them; enough to tell when an officer did something. */
export const storyCalendar: WorkingCalendar = {
  roundTheClock: false,
  weekdays: [1, 2, 3, 4, 5],
  seasons: [
    {
      from: '10-15',
      to: '04-14',
      hours: [
        { from: '07:30', to: '11:30' },
        { from: '13:00', to: '17:00' },
      ],
    },
    {
      from: '04-15',
      to: '10-14',
      hours: [
        { from: '07:00', to: '11:30' },
        { from: '13:30', to: '17:00' },
      ],
    },
  ],
  daysOff: new Set(['2026-08-31', '2026-09-01', '2026-09-02', '2027-01-01']),
  workedDays: new Set(),
  ownHours: new Map(),
}
