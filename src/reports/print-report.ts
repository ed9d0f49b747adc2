import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { provinceZone } from '#platform/pure/time.ts'
import type { SentFile } from '#platform/sent-file.ts'
import { drawReport } from './draw-report.ts'
import { findReport } from './find-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { printReportInput } from './rules/export-inputs.ts'
import { refuse } from './rules/refusals.ts'

/**
 * A report as a page to print or keep, for its reporter and for the officers who have it, with no more than each may
 * see. Refuses not-your-report to others: they have the page itself.
 */
export async function printReport(
  context: Context<ReportsWorld>,
  input: z.output<typeof printReportInput>,
): Promise<SentFile> {
  allow(context, 'anyone')
  const reading = { ...context, language: input.language ?? context.language }
  const report = await findReport(reading, { code: input.code })
  if (report.view === 'public') throw refuse('not-your-report')
  const printedAt = context.now().toZonedDateTimeISO(provinceZone)
  const body = await drawReport(report, {
    say: (key) => context.outside.words.text(key, reading.language),
    printedAt: printedAt.toString({ timeZoneName: 'never' }),
  })
  return { type: 'application/pdf', name: `${report.code}.pdf`, body }
}
