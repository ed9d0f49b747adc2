import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { askForMoreInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'
import { beginPause } from './store/report-history.server.ts'

/**
 * Intake, or the agency at work, asks the citizen for more; the clocks stand still until the answer, and everybody sees
 * that they do. Refuses questions-used-up and what the table of moves says.
 */
export async function askForMore(
  context: Context<ReportsWorld>,
  input: z.output<typeof askForMoreInput>,
): Promise<MovedReport> {
  allow(context, 'signed-in')
  return moveReport(context, { ...input, verb: 'ask-for-more' }, async (context, { report, now }) => {
    await beginPause(context.db, report.id, now)
    return {
      set: { status_before: report.status, paused_at: now, questions: report.questions + 1 },
      steps: [{ step: 'asked', text: input.text }],
      tell: (report) => [reportEvent('report-asked', report)],
    }
  })
}
