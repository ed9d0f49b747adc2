import type { Pause, WorkingCalendar } from '#places/rules/working-time.ts'
import { addWorkingDays, addWorkingMinutes, withPauses } from '#places/rules/working-time.ts'
import type { Urgency } from './words.ts'

/** How long things may take, in working time. */
export interface Limit {
  readonly acceptMinutes: number
  readonly confirmMinutes: number
  /** Of the whole work, from the filing; either minutes or days, or neither: no deadline. */
  readonly workMinutes: number | null
  readonly workDays: number | null
}

/** A limit with what it is for; null means any. */
export interface LimitRule extends Limit {
  readonly urgency: Urgency
  readonly category: string | null
  readonly agency: string | null
}

const hourMinutes = 60

/** What counts where officers have set nothing else. */
export const usualLimits: Readonly<Record<Urgency, Limit>> = {
  urgent: { acceptMinutes: 30, confirmMinutes: 30, workMinutes: 4 * hourMinutes, workDays: null },
  normal: limitOfDays(5),
  complex: limitOfDays(15),
  none: limitOfDays(null),
}

function limitOfDays(workDays: number | null): Limit {
  return { acceptMinutes: 4 * hourMinutes, confirmMinutes: 4 * hourMinutes, workMinutes: null, workDays }
}

/** The most particular limit: for category and agency, then for either, then for the urgency alone. */
export function limitFor(
  rules: readonly LimitRule[],
  report: { readonly urgency: Urgency; readonly category: string; readonly agency: string },
): Limit {
  const fits = (rule: LimitRule) =>
    rule.urgency === report.urgency &&
    (rule.category === null || rule.category === report.category) &&
    (rule.agency === null || rule.agency === report.agency)
  const weight = (rule: LimitRule) => (rule.category === null ? 0 : 2) + (rule.agency === null ? 0 : 1)
  const found = rules.filter(fits).sort((a, b) => weight(b) - weight(a))[0]
  return found ?? usualLimits[report.urgency]
}

/** The clock of a report: from when it counts, what was granted on top, and when it stood still. */
export interface Clock {
  readonly from: Temporal.Instant
  readonly extendedDays: number
  readonly pauses: readonly Pause[]
}

/** By when the work must be answered; null where there is no deadline. */
export function workDue(calendar: WorkingCalendar, limit: Limit, clock: Clock): Temporal.Instant | null {
  const { from, extendedDays } = clock
  const paused = withPauses(calendar, pausesSince(clock))
  if (limit.workDays !== null) return addWorkingDays(paused, from, limit.workDays + extendedDays)
  if (limit.workMinutes === null) return null
  const due = addWorkingMinutes(paused, from, limit.workMinutes)
  return extendedDays === 0 ? due : addWorkingDays(calendar, due, extendedDays)
}

/** By when a step of so many working minutes must be done. */
export function stepDue(
  calendar: WorkingCalendar,
  clock: Omit<Clock, 'extendedDays'>,
  minutes: number,
): Temporal.Instant {
  return addWorkingMinutes(withPauses(calendar, pausesSince(clock)), clock.from, minutes)
}

/** Pauses from before the clock began do not count for it. */
function pausesSince({ from, pauses }: Pick<Clock, 'from' | 'pauses'>): Pause[] {
  return pauses.filter((pause) => Temporal.Instant.compare(pause.from, from) >= 0)
}
