import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { lineOf } from './timeline-line.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import { addToTimeline } from './store/report-history.server.ts'
import { lockLate, markEscalated } from './store/report-jobs.server.ts'

/**
 * Raises every open report that nobody took up or answered in time, whether or not somebody has it, once for each
 * deadline: its agency and the province's intake are told. Gives how many.
 */
export async function escalateLateReports(context: Context<ReportsWorld>): Promise<number> {
  allow(context, 'intake-reports')
  return inTransaction(context, async (context) => {
    const late = await lockLate(context.db, context.now())
    if (late.length === 0) return 0
    await markEscalated(
      context.db,
      late.map((report) => report.id),
      context.now(),
    )
    const line = { step: 'escalated' } as const
    await addToTimeline(
      context.db,
      late.map((report) => lineOf(context, { report, now: context.now(), part: 'system' }, line)),
    )
    for (const report of late) await announce(context, reportEvent('report-late', report))
    return late.length
  })
}
