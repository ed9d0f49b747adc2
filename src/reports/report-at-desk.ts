import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import { maySeeAtDesk } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import { readReport } from './store/reports.server.ts'
import type { ReportRow } from './store/tables.ts'

/** A report that this officer sees as the desk does. Refuses report-code-wrong, report-not-found and not-your-report. */
export async function reportAtDesk(context: Context<ReportsWorld>, asked: string): Promise<ReportRow> {
  allow(context, 'signed-in')
  const code = readReportCode(asked)
  if (code === null) throw refuse('report-code-wrong')
  const report = await readReport(context.db, code)
  if (!report) throw refuse('report-not-found')
  if (!maySeeAtDesk(context.actor, { agency: report.agency, reporter: false }))
    throw refuse('not-your-report')
  return report
}
