import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { stepClock } from './clocks.ts'
import { moveReport } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { agencyOf } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { returnReportInput } from './rules/inputs.ts'
import { provinceIntake } from './rules/permissions.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * An agency hands back a report that is not its own, saying why; the province's intake passes it on. After two returns
 * the report stays where the province put it. Refuses returns-used-up, agency-unknown and what the table of moves says.
 */
export async function returnReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof returnReportInput>,
): Promise<MovedReport> {
  allow(context, 'handle-reports')
  return moveReport(context, { ...input, verb: 'return' }, (_context, { report, now, reference }) => {
    const suggested = input.suggestedAgency ? agencyOf(reference, input.suggestedAgency).code : null
    const back = { ...report, agency: provinceIntake, step_from: now }
    return {
      set: {
        agency: provinceIntake,
        handler: null,
        returns: report.returns + 1,
        ...stepClock(reference, back, { kind: 'accept' }),
      },
      steps: [{ step: 'returned', text: input.text, to_agency: suggested }],
      tell: (report) => [reportEvent('report-returned', report)],
    }
  })
}
