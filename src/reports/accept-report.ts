import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeClocks, stepClock } from './clocks.ts'
import { moveReport } from './move-report.ts'
import { showPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, hourInProvince } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { acceptReportInput } from './rules/inputs.ts'
import { urgencyAt } from './rules/routing.ts'
import { publicFields } from './public-fields.ts'
import type { MovedReport } from './rules/views.ts'
import { saveCorrection } from './store/report-models.server.ts'

/**
 * Intake accepts a report, where needed under its right category; the agency then has the confirmation time to start.
 * A corrected category is something the proposals learn from.
 * Refuses move-not-allowed, not-your-report, report-changed and category-not-found.
 */
export async function acceptReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof acceptReportInput>,
): Promise<MovedReport> {
  allow(context, 'intake-reports')
  return moveReport(context, { ...input, verb: 'accept' }, async (context, move) => {
    const { report, now, reference } = move
    const category = input.category ? categoryOf(reference, input.category) : move.category
    if (category.code !== report.category) {
      await saveCorrection(context.db, {
        report_id: report.id,
        chosen: report.category,
        category: category.code,
        corrected_at: now,
      })
    }
    const urgency = urgencyAt(category.urgency, hourInProvince(report.filed_at))
    const sorted = { ...report, category: category.code, urgency }
    await showPhotos(context, { ...sorted, accepted_at: now }, category)
    return {
      set: {
        category: category.code,
        urgency,
        accepted_at: now,
        ...publicFields(report, category),
        ...(await changeClocks(context, reference, sorted)),
        ...stepClock(reference, { ...sorted, step_from: now }, { kind: 'confirm' }),
      },
      steps: [{ step: 'accepted' }],
      tell: (report) => [reportEvent('report-accepted', report)],
    }
  })
}
