import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { startReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * The agency confirms that a report is its own and begins to work on it. If two officers press at once, the first one
 * has it. Refuses what the table of moves says.
 */
export async function startReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof startReportInput>,
): Promise<MovedReport> {
  allow(context, 'handle-reports')
  return moveReport(context, { ...input, verb: 'start' }, (context, { report }) => ({
    set: { accept_due_at: null, handler: input.mine ? context.actor.personId : report.handler },
    steps: [{ step: 'started', until_at: report.due_at }],
    tell: (report) => [reportEvent('report-started', report)],
  }))
}
