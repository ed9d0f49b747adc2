import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { endReport } from './end-report.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { withdrawReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/** The citizen takes a report back before work on it begins; strangers no longer see its words. Refuses move-not-allowed. */
export async function withdrawReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof withdrawReportInput>,
): Promise<MovedReport> {
  allow(context, 'anyone')
  const { text = null } = input
  return moveReport(context, { ...input, verb: 'withdraw' }, async (context, move) => ({
    set: await endReport(context, move, { ending: 'withdrawn', text }),
    steps: [{ step: 'withdrawn', text }],
    tell: (report) => [reportEvent('report-withdrawn', report)],
  }))
}
