import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { stepClock, workClock } from './clocks.ts'
import { moveReport } from './move-report.ts'
import { arePublic, attachPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { giveMoreInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'
import { endPause, readPauses } from './store/report-history.server.ts'

/**
 * The citizen gives what they were asked for, in words and photos. The report goes back to where it was, and the
 * deadlines move by the time it waited. Refuses not-your-report, file-not-found, photo-not-picture, move-not-allowed.
 */
export async function giveMore(
  context: Context<ReportsWorld>,
  input: z.output<typeof giveMoreInput>,
): Promise<MovedReport> {
  allow(context, 'anyone')
  return moveReport(context, { ...input, verb: 'give-more' }, async (context, move) => {
    const { report, category, now, reference, to } = move
    const isPublic = arePublic({ ...report, status: to }, category)
    await attachPhotos(context, { ids: input.photos, kind: 'before', ownerId: report.id, isPublic })
    await endPause(context.db, report.id, now)
    const pauses = await readPauses(context.db, report.id)
    const step = to === 'submitted' ? 'accept' : 'confirm'
    return {
      set: {
        status_before: null,
        paused_at: null,
        ...workClock(reference, report, pauses),
        ...(report.accept_due_at === null ? {} : stepClock(reference, report, { kind: step, pauses })),
      },
      steps: [{ step: 'given', text: input.text }],
      tell: (report) => [reportEvent('report-given', report)],
    }
  })
}
