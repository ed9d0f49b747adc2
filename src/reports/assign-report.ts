import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { stepClock } from './clocks.ts'
import type { Step } from './timeline-line.ts'
import { moveReport } from './move-report.ts'
import { showPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { agencyOf } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { assignReportInput } from './rules/inputs.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * Intake passes a report to the agency that will handle it; a report nobody has accepted yet is accepted with it. The
 * promise made to the citizen stays. Refuses agency-unknown, intake-decides and what the table of moves says.
 */
export async function assignReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof assignReportInput>,
): Promise<MovedReport> {
  allow(context, 'intake-reports')
  return moveReport(
    context,
    { ...input, verb: 'assign' },
    async (context, { report, category, now, reference, to }) => {
      const agency = agencyOf(reference, input.agency).code
      const accepted_at = report.accepted_at ?? now
      if (report.accepted_at === null)
        await showPhotos(context, { ...report, status: to, accepted_at }, category)
      const accepted: Step[] = report.status === 'submitted' ? [{ step: 'accepted' }] : []
      return {
        set: {
          agency,
          accepted_at,
          handler: null,
          extension_asked: false,
          answer_proposed: false,
          escalated_at: null,
          ...stepClock(reference, { ...report, agency, step_from: now }, { kind: 'confirm' }),
        },
        steps: [...accepted, { step: 'assigned', to_agency: agency, text: input.note ?? null }],
        tell: (report) => [reportEvent('report-assigned', report)],
      }
    },
  )
}
