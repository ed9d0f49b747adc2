import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeFileAccess } from '#platform/files/change-file-access.ts'
import { answered, tellAnswered } from './count-answer.ts'
import { moveReport } from './move-report.ts'
import { arePublic, photoOwners } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { approveAnswerInput } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import type { MovedReport } from './rules/views.ts'
import { readAnswers, saveApproval } from './store/report-history.server.ts'

/**
 * The head approves the answer that waits, and the citizen gets it; or says what to change, and the work goes on.
 * Refuses no-answer-to-approve and what the table of moves says.
 */
export async function approveAnswer(
  context: Context<ReportsWorld>,
  input: z.output<typeof approveAnswerInput>,
): Promise<MovedReport> {
  allow(context, 'approve-reports')
  return moveReport(context, { ...input, verb: 'approve-answer' }, async (context, move) => {
    const { report, category, now } = move
    const answers = await readAnswers(context.db, report.id)
    const waiting = answers.findLast((answer) => answer.approved_at === null && answer.declined_at === null)
    if (!waiting) throw refuse('no-answer-to-approve')
    if (!input.approved) {
      await saveApproval(context.db, waiting.id, { declined_at: now })
      return {
        set: { status: 'in_progress', answer_proposed: false },
        steps: [{ step: 'answer-declined', text: input.text ?? null }],
        tell: (report) => [reportEvent('report-answer-declined', report)],
      }
    }
    const approval = { approved_by: context.actor.personId, approved_at: now, due_at: report.due_at }
    await saveApproval(context.db, waiting.id, approval)
    const access = arePublic(report, category) ? 'public' : 'private'
    await changeFileAccess(context, { owner: photoOwners.after, ownerId: waiting.id, access })
    return { ...answered(move), tell: await tellAnswered(context, report) }
  })
}
