import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isReporter } from './receipts.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import { viewReport } from './view-report.ts'
import type { findReportInput } from './rules/inputs.ts'
import { maySeeAtDesk } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import type { ReportView } from './rules/views.ts'
import { readReport } from './store/reports.server.ts'

/**
 * A report by its code, as this person may see it: strangers without names, phone numbers and what is kept; its
 * reporter in full; officers who have it with the tools of the desk. Refuses report-not-found and report-code-wrong.
 */
export async function findReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof findReportInput>,
): Promise<ReportView> {
  allow(context, 'anyone')
  const code = readReportCode(input.code)
  if (code === null) throw refuse('report-code-wrong')
  const report = await readReport(context.db, code)
  if (!report) throw refuse('report-not-found')
  const ownership = { agency: report.agency, reporter: isReporter(context.actor, report) }
  const reference = await referenceOf(context)
  const atDesk = maySeeAtDesk(context.actor, ownership)
  const view = atDesk ? 'desk' : ownership.reporter ? 'own' : 'public'
  return viewReport(context, { report, reference, ownership, view })
}
