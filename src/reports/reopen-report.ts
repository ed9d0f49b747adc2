import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { stepClock, workClock } from './clocks.ts'
import { moveReport } from './move-report.ts'
import { arePublic, attachPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { reopenReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * The citizen says that it is not solved, once, within seven days of the answer; the agency that answered has it again
 * with a new clock. Refuses reopening-too-late, reopening-used-up and not-your-report.
 */
export async function reopenReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof reopenReportInput>,
): Promise<MovedReport> {
  allow(context, 'anyone')
  return moveReport(context, { ...input, verb: 'reopen' }, async (context, move) => {
    const { report, category, now, reference, to } = move
    const isPublic = arePublic({ ...report, status: to }, category)
    await attachPhotos(context, { ids: input.photos, kind: 'before', ownerId: report.id, isPublic })
    const anew = { ...report, clock_from: now, step_from: now, extended_days: 0 }
    const due = workClock(reference, anew)
    return {
      set: {
        clock_from: now,
        extended_days: 0,
        reopenings: report.reopenings + 1,
        answered_at: null,
        stars: null,
        closed_as: null,
        escalated_at: null,
        ...due,
        ...stepClock(reference, anew, { kind: 'confirm' }),
      },
      steps: [{ step: 'reopened', text: input.text, until_at: due.due_at }],
      tell: (report) => [reportEvent('report-reopened', report)],
    }
  })
}
