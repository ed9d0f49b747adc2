import type { Bare } from './report-reference.ts'
import type { Part } from './rules/status.ts'
import type { TimelineStep } from './rules/words.ts'
import type { ReportRow, TimelineRow } from './store/tables.ts'

/** One line for the timeline; who and when are filled in. */
export type Step = { readonly step: TimelineStep } & Partial<
  Pick<TimelineRow, 'text' | 'to_agency' | 'until_at' | 'stars' | 'reason'>
>

const writtenPart: Record<Part, TimelineRow['part']> = {
  citizen: 'citizen',
  intake: 'intake',
  province: 'intake',
  agency: 'agency',
  head: 'agency',
  system: 'system',
}

/** A line of the timeline by whoever acts, in this part. */
export function lineOf(
  context: Bare,
  on: { report: ReportRow; now: Temporal.Instant; part: Part },
  step: Step,
): TimelineRow {
  const byCitizen = on.part === 'citizen'
  return {
    id: context.newId(),
    report_id: on.report.id,
    at: on.now,
    part: writtenPart[on.part],
    agency: byCitizen ? null : context.actor.agency,
    person_id: byCitizen ? null : context.actor.personId,
    text: null,
    to_agency: null,
    until_at: null,
    stars: null,
    reason: null,
    ...step,
  }
}
