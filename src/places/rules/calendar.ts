import type { Stretch } from './working-time.ts'

/** What a single day of a calendar is: off, worked although its weekday is not, or with hours of its own. */
export type DayKind = 'off' | 'worked' | 'own-hours'

/** Office hours from a day of the year on, until the next ones begin. */
export interface SeasonStart {
  readonly from: string
  readonly hours: readonly Stretch[]
  readonly confirmed: boolean
}

/** What was done to a calendar, as its history keeps it. */
export type CalendarChange =
  | {
      readonly what: 'day-set'
      readonly from: string
      readonly until: string
      readonly kind: DayKind
      readonly hours: string[]
      readonly confirmed: boolean
    }
  | { readonly what: 'day-removed'; readonly from: string }
  | {
      readonly what: 'season-set'
      readonly from: string
      readonly hours: string[]
      readonly confirmed: boolean
    }
  | { readonly what: 'season-removed'; readonly from: string }
  | { readonly what: 'copied'; readonly from: string }
  | { readonly what: 'agency-moved'; readonly agency: string; readonly from: string }

/** Longest run of days set at once: Tết with its swapped days is far shorter. */
export const mostDaysAtOnce = 31

/** The days from the first to the last one, both included; empty when the last is earlier or too far. */
export function daysBetween(first: string, last: string): string[] {
  const from = Temporal.PlainDate.from(first)
  const count = from.until(Temporal.PlainDate.from(last)).days + 1
  if (count < 1 || count > mostDaysAtOnce) return []
  return Array.from({ length: count }, (_, ahead) => from.add({ days: ahead }).toString())
}

/** Seasons in order, each until the day before the next one, so that every day of the year has exactly one. */
export function closeSeasons(starts: readonly SeasonStart[]): (SeasonStart & { readonly to: string })[] {
  const sorted = [...starts].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.map((season, at) => {
    const next = sorted[(at + 1) % sorted.length] ?? season
    return { ...season, to: dayBefore(next.from) }
  })
}

/** The day of the year before this one, counting 29 February. */
function dayBefore(monthDay: string): string {
  return Temporal.PlainDate.from(`2024-${monthDay}`).subtract({ days: 1 }).toString().slice(5)
}

/** `07:30-11:30` as a stretch, and back. */
export function readStretch(text: string): Stretch {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}

export function writeStretch({ from, to }: Stretch): string {
  return `${from}-${to}`
}

/** Whether the stretches of a day follow one another, each ending after it begins. */
export function areInOrder(hours: readonly Stretch[]): boolean {
  return hours.every(({ from, to }, at) => from < to && (at === 0 || (hours[at - 1]?.to ?? '') <= from))
}
