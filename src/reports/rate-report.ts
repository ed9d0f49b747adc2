import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { rateReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/** The citizen says with one to five stars what the answer is worth, once for each answer. Refuses already-rated. */
export async function rateReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof rateReportInput>,
): Promise<MovedReport> {
  allow(context, 'anyone')
  const { stars, text = null } = input
  return moveReport(context, { ...input, verb: 'rate' }, () => ({
    set: { stars },
    steps: [{ step: 'rated', stars, text }],
    tell: (report) => [reportEvent('report-rated', report)],
  }))
}
