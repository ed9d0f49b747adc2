import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { addWorkingDays } from '#places/rules/working-time.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { calendarOf, referenceOf } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import { silentWorkingDays } from './rules/status.ts'
import { readWaitingSince } from './store/report-jobs.server.ts'

/** Closes reports whose citizen was asked for more and stayed silent for five working days of the agency. Gives how many. */
export async function closeSilentReports(context: Context<ReportsWorld>): Promise<number> {
  allow(context, 'intake-reports')
  const reference = await referenceOf(context)
  const now = context.now()
  const waiting = await readWaitingSince(context.db, now.subtract({ hours: silentWorkingDays * 24 }))
  const silent = waiting.filter(({ agency, paused_at }) => {
    const until = paused_at && addWorkingDays(calendarOf(reference, agency), paused_at, silentWorkingDays)
    return until !== null && Temporal.Instant.compare(until, now) < 0
  })
  for (const { code } of silent) {
    await moveReport(context, { code, verb: 'close-silent' }, async (context, move) => ({
      set: await endReport(context, move, { ending: 'silent' }),
      steps: [{ step: 'closed', reason: 'silent' }],
      tell: (report) => [reportEvent('report-closed', report)],
    }))
  }
  return silent.length
}
