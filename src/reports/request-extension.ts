import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { requestExtensionInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'
import { addExtension } from './store/report-history.server.ts'

/**
 * The agency asks for more working days, once for a report, with a reason the citizen reads. Refuses already-extended,
 * extension-already-asked and what the table of moves says.
 */
export async function requestExtension(
  context: Context<ReportsWorld>,
  input: z.output<typeof requestExtensionInput>,
): Promise<MovedReport> {
  allow(context, 'handle-reports')
  return moveReport(context, { ...input, verb: 'request-extension' }, async (context, { report, now }) => {
    await addExtension(context.db, {
      id: context.newId(),
      report_id: report.id,
      working_days: input.workingDays,
      text: input.text,
      asked_by: context.actor.personId,
      asked_at: now,
      decided_by: null,
      decided_at: null,
      approved: null,
      note: null,
    })
    return {
      set: { extension_asked: true },
      steps: [{ step: 'extension-requested', text: input.text }],
      tell: (report) => [reportEvent('report-extension-requested', report)],
    }
  })
}
