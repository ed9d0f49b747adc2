import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { rejectReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * Intake does not take a report: with a reason from the list, a sentence for the citizen and where to go instead.
 * Strangers no longer see its words. Refuses what the table of moves says.
 */
export async function rejectReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof rejectReportInput>,
): Promise<MovedReport> {
  allow(context, 'intake-reports')
  const { reason, text, goTo } = input
  return moveReport(context, { ...input, verb: 'reject' }, async (context, move) => ({
    set: await endReport(context, move, { ending: 'rejected', reason, text, go_to: goTo ?? null }),
    steps: [{ step: 'rejected', text, reason }],
    tell: (report) => [reportEvent('report-rejected', report)],
  }))
}
