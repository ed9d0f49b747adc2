import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import { lineOf } from './timeline-line.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { mergeReportsInput } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import { groupOf } from './rules/status.ts'
import type { MovedReport } from './rules/views.ts'
import { addToTimeline } from './store/report-history.server.ts'
import { lockReports } from './store/reports.server.ts'

/**
 * Intake merges a report into another one about the same thing; from then on its reporter follows that one. Refuses
 * report-not-found, merge-with-itself, merge-into-ended and what the table of moves says.
 */
export async function mergeReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof mergeReportsInput>,
): Promise<MovedReport> {
  allow(context, 'intake-reports')
  const [code, into] = [readReportCode(input.code), readReportCode(input.into)]
  if (code === null || into === null) throw refuse('report-code-wrong')
  if (code === into) throw refuse('merge-with-itself')
  return inTransaction(context, async (context) => {
    const parent = (await lockReports(context.db, [code, into])).find((report) => report.code === into)
    if (!parent) throw refuse('report-not-found', { errors: [{ path: 'into', message: 'report-not-found' }] })
    if (groupOf(parent.status) === 'ended') throw refuse('merge-into-ended')
    return moveReport(context, { ...input, verb: 'merge' }, async (context, move) => {
      await addToTimeline(context.db, [
        lineOf(context, { report: parent, now: context.now(), part: 'intake' }, { step: 'merged-here' }),
      ])
      return {
        set: { ...(await endReport(context, move, { ending: 'merged' })), merged_into: parent.id },
        steps: [{ step: 'merged' }],
        tell: (report) => [reportEvent('report-merged', report, parent.code)],
      }
    })
  })
}
