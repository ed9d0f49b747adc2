import type { Updateable } from 'kysely'
import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { isoInProvinceOrNull } from '#platform/pure/time.ts'
import { isReporter } from './receipts.ts'
import type { Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfAgency, referenceOf } from './report-reference.ts'
import type { ReportEvent } from './reports.events.ts'
import { factsOf } from './report-facts.ts'
import type { Step } from './timeline-line.ts'
import { lineOf } from './timeline-line.ts'
import { decideMove } from './rules/moves.ts'
import { partsOf } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import type { Part, Status, Verb } from './rules/status.ts'
import type { MovedReport } from './rules/views.ts'
import { addToTimeline } from './store/report-history.server.ts'
import { lockReport, saveReport } from './store/reports.server.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

/** A report about to be moved: held, permitted, and where it will go. */
export interface Move {
  readonly report: ReportRow
  readonly category: CategoryRow
  readonly to: Status
  readonly now: Temporal.Instant
  readonly reference: Reference
  readonly parts: ReadonlySet<Part>
}

/** What a verb changes, what it writes into the timeline, and what it tells others. */
export interface Change {
  readonly set: Updateable<ReportRow>
  readonly steps: readonly Step[]
  readonly tell: (report: ReportRow) => readonly ReportEvent[]
}

/**
 * What all verbs on a report share: it is found by its code and held, the table of moves is asked, and the change, its
 * lines in the timeline and its events are saved together. Refuses report-not-found, report-changed and what the table says.
 */
export async function moveReport(
  context: Context<ReportsWorld>,
  asked: { readonly code: string; readonly verb: Verb; readonly version?: number },
  change: (context: Context<ReportsWorld>, move: Move) => Promise<Change> | Change,
): Promise<MovedReport> {
  allow(context, 'anyone')
  const code = readReportCode(asked.code)
  if (code === null) throw refuse('report-code-wrong')
  return inTransaction(context, async (context) => {
    const reference = await referenceOf(context)
    const report = await lockReport(context.db, code)
    if (!report) throw refuse('report-not-found')
    const parts = partsOf(context.actor, {
      agency: report.agency,
      reporter: isReporter(context.actor, report),
    })
    const now = context.now()
    const { to, transition } = decideMove(factsOf(report), asked.verb, {
      parts,
      nowMs: now.epochMilliseconds,
    })
    if (asked.version !== undefined && asked.version !== report.version) throw refuse('report-changed')
    const category = categoryOf(reference, report.category)
    const { set, steps, tell } = await change(context, { report, category, to, now, reference, parts })
    const changed: ReportRow = { ...report, status: to, ...(set as Partial<ReportRow>), updated_at: now }
    await saveReport(context.db, report, { status: to, ...set, updated_at: now })
    const part = transition.by.find((part) => parts.has(part)) ?? 'system'
    await addToTimeline(
      context.db,
      steps.map((step) => lineOf(context, { report, now, part }, step)),
    )
    for (const event of tell(changed)) await announce(context, event)
    return movedView({ ...changed, version: report.version + 1 }, reference)
  })
}

function movedView(report: ReportRow, reference: Reference): MovedReport {
  return {
    code: report.code,
    status: report.status,
    agency: nameOfAgency(reference, report.agency),
    dueAt: isoInProvinceOrNull(report.due_at),
    version: report.version,
  }
}
