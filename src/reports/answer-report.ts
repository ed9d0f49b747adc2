import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { answered, tellAnswered } from './count-answer.ts'
import type { Move } from './move-report.ts'
import { moveReport } from './move-report.ts'
import { arePublic, attachPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { answerReportInput } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import type { MovedReport } from './rules/views.ts'
import { addAnswer } from './store/report-history.server.ts'

type Answer = z.output<typeof answerReportInput>

/**
 * The agency tells the citizen what came of it, with photos of the result. From an officer who approves answers it
 * counts at once; from others it waits for the head, and the status stays. Refuses after-photo-needed, file-not-found,
 * photo-not-picture and what the table of moves says.
 */
export async function answerReport(context: Context<ReportsWorld>, input: Answer): Promise<MovedReport> {
  allow(context, 'handle-reports')
  return moveReport(context, { ...input, verb: 'answer' }, async (context, move) => {
    if (input.ending === 'repaired' && move.category.needs_proof && input.photos.length === 0) {
      throw refuse('after-photo-needed', { errors: [{ path: 'photos', message: 'after-photo-needed' }] })
    }
    const counts = move.parts.has('head')
    await saveAnswer(context, move, input)
    if (counts) {
      return { ...answered(move), tell: await tellAnswered(context, move.report) }
    }
    return {
      set: { status: 'in_progress', answer_proposed: true },
      steps: [{ step: 'answer-proposed' }],
      tell: (report) => [reportEvent('report-answer-proposed', report)],
    }
  })
}

async function saveAnswer(context: Context<ReportsWorld>, move: Move, input: Answer): Promise<void> {
  const { report, category, now, parts } = move
  const counts = parts.has('head')
  const id = context.newId()
  await addAnswer(context.db, {
    id,
    report_id: report.id,
    agency: report.agency,
    ending: input.ending,
    text: input.text,
    proposed_by: context.actor.personId,
    proposed_at: now,
    approved_by: counts ? context.actor.personId : null,
    approved_at: counts ? now : null,
    declined_at: null,
    due_at: report.due_at,
  })
  const isPublic = counts && arePublic(report, category)
  await attachPhotos(context, { ids: input.photos, kind: 'after', ownerId: id, isPublic })
}
