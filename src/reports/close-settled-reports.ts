import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import { reopeningWindowHours } from './rules/status.ts'
import { readEnding } from './store/report-history.server.ts'
import { readAnsweredBefore } from './store/report-jobs.server.ts'

/** Closes answered reports, rated or not, once nobody can reopen them any more. Gives how many. */
export async function closeSettledReports(context: Context<ReportsWorld>): Promise<number> {
  allow(context, 'intake-reports')
  const before = context.now().subtract({ hours: reopeningWindowHours })
  const codes = await readAnsweredBefore(context.db, before)
  for (const code of codes) {
    await moveReport(context, { code, verb: 'close-settled' }, async (context, move) => ({
      set: await endReport(context, move, { ending: await readEnding(context.db, move.report.id) }),
      steps: [{ step: 'closed' }],
      tell: (report) => [reportEvent('report-closed', report)],
    }))
  }
  return codes.length
}
