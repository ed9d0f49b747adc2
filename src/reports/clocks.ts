import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { Reference } from './report-reference.ts'
import { calendarOf } from './report-reference.ts'
import type { Clock } from './rules/deadline.ts'
import { limitFor, stepDue, workDue } from './rules/deadline.ts'
import { readPauses } from './store/report-history.server.ts'
import type { PauseRow, ReportRow, ReportsTables } from './store/tables.ts'

type Timed = Pick<
  ReportRow,
  'id' | 'urgency' | 'category' | 'agency' | 'step_from' | 'clock_from' | 'extended_days'
>

/** The deadline of the work as it stands after the pauses that are over. */
export async function changeClocks(
  context: Context<ReportsTables>,
  reference: Reference,
  report: Timed,
): Promise<{ due_at: Temporal.Instant | null }> {
  allow(context, 'anyone')
  const pauses = await readPauses(context.db, report.id)
  return workClock(reference, report, pauses)
}

/** The deadline of the work, given the pauses. */
export function workClock(
  reference: Reference,
  report: Timed,
  pauses: readonly PauseRow[] = [],
): { due_at: Temporal.Instant | null } {
  const clock: Clock = {
    from: report.clock_from,
    extendedDays: report.extended_days,
    pauses: pausesOf(pauses),
  }
  return { due_at: workDue(calendarOf(reference, report.agency), limitFor(reference.limits, report), clock) }
}

/** By when the next hand must take it up, from `step_from`. */
export function stepClock(
  reference: Reference,
  report: Timed,
  step: { readonly kind: 'accept' | 'confirm'; readonly pauses?: readonly PauseRow[] },
): { step_from: Temporal.Instant; accept_due_at: Temporal.Instant } {
  const limit = limitFor(reference.limits, report)
  const minutes = step.kind === 'accept' ? limit.acceptMinutes : limit.confirmMinutes
  const clock = { from: report.step_from, pauses: pausesOf(step.pauses ?? []) }
  return {
    step_from: report.step_from,
    accept_due_at: stepDue(calendarOf(reference, report.agency), clock, minutes),
  }
}

function pausesOf(pauses: readonly PauseRow[]): Clock['pauses'] {
  return pauses.map(({ from_at, to_at }) => ({ from: from_at, to: to_at }))
}
