import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { moveReport } from './move-report.ts'
import { foldReport } from './public-fields.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { publishReportInput } from './rules/inputs.ts'
import { titleOf } from './rules/title.ts'
import type { MovedReport } from './rules/views.ts'

/**
 * The province's intake publishes an answered report in words from which it took out what is personal. Also a
 * confidential one is then read by everybody, in these words alone. Refuses what the table of moves says.
 */
export async function publishReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof publishReportInput>,
): Promise<MovedReport> {
  allow(context, 'intake-reports')
  const { text } = input
  const title = input.title ?? titleOf(text)
  return moveReport(context, { ...input, verb: 'publish' }, (_context, { now }) => ({
    set: {
      published_at: now,
      public_title: title,
      public_text: text,
      public_folded: foldReport({ title, text, landmark: null }),
    },
    steps: [{ step: 'published' }],
    tell: (report) => [reportEvent('report-published', report)],
  }))
}
