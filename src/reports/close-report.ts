import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { closeReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'
import { readEnding } from './store/report-history.server.ts'

/**
 * Intake or the head closes an answered report; the citizen can still reopen it within seven days of the answer.
 * Refuses what the table of moves says.
 */
export async function closeReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof closeReportInput>,
): Promise<MovedReport> {
  allow(context, 'signed-in')
  return moveReport(context, { ...input, verb: 'close' }, async (context, move) => {
    const ending = await readEnding(context.db, move.report.id)
    return {
      set: await endReport(context, move, { ending, text: input.text ?? null }),
      steps: [{ step: 'closed', text: input.text ?? null }],
      tell: (report) => [reportEvent('report-closed', report)],
    }
  })
}
