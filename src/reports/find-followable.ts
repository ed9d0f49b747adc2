import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import { readReport } from './store/reports.server.ts'
import type { ReportRow, ReportsTables } from './store/tables.ts'

/** The report somebody would follow. Refuses report-code-wrong and report-not-found. */
export async function findFollowable(context: Context<ReportsTables>, asked: string): Promise<ReportRow> {
  allow(context, 'anyone')
  const code = readReportCode(asked)
  if (code === null) throw refuse('report-code-wrong')
  const report = await readReport(context.db, code)
  if (!report) throw refuse('report-not-found')
  return report
}
