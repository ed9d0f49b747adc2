import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeClocks } from './clocks.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { decideExtensionInput } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import type { MovedReport } from './rules/views.ts'
import { readWaitingExtension, saveDecision } from './store/report-history.server.ts'

/**
 * The head of the agency or the province's intake grants or declines the extension that was asked for. When granted,
 * everybody sees the new deadline and the reason. Refuses no-extension-asked and what the table of moves says.
 */
export async function decideExtension(
  context: Context<ReportsWorld>,
  input: z.output<typeof decideExtensionInput>,
): Promise<MovedReport> {
  allow(context, 'signed-in')
  return moveReport(
    context,
    { ...input, verb: 'decide-extension' },
    async (context, { report, now, reference }) => {
      const asked = await readWaitingExtension(context.db, report.id)
      if (!asked) throw refuse('no-extension-asked')
      const { approved, text = null } = input
      const decided = { decided_by: context.actor.personId, decided_at: now, approved, note: text }
      await saveDecision(context.db, asked.id, decided)
      if (!approved) {
        return {
          set: { extension_asked: false },
          steps: [{ step: 'extension-declined', text }],
          tell: (report) => [reportEvent('report-extension-declined', report)],
        }
      }
      const extended_days = report.extended_days + asked.working_days
      const due = await changeClocks(context, reference, { ...report, extended_days })
      return {
        set: { extension_asked: false, extended: true, extended_days, escalated_at: null, ...due },
        steps: [{ step: 'extended', text: asked.text, until_at: due.due_at }],
        tell: (report) => [reportEvent('report-extended', report)],
      }
    },
  )
}
