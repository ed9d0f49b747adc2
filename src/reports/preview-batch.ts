import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { foreseenLine } from './foresee-move.ts'
import { queueOf } from './queue-of.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { BatchPreview, previewBatchInput } from './rules/batches.ts'
import { needsSecondPerson } from './rules/batches.ts'
import { readReportCode } from './rules/report-code.ts'
import { readReportsByCodes } from './store/batches.server.ts'

/** What a move would do to each of these reports now: which go, which refuse and why. Changes nothing. */
export async function previewBatch(
  context: Context<ReportsWorld>,
  input: z.output<typeof previewBatchInput>,
): Promise<BatchPreview> {
  allow(context, 'signed-in')
  queueOf(context)
  const codes = [...new Set(input.codes.map((code) => readReportCode(code) ?? code))]
  const rows = await readReportsByCodes(
    context.db,
    codes.filter((code) => readReportCode(code) !== null),
  )
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const lines = codes.map((code) =>
    foreseenLine(context, code, { report: byCode.get(code), verb: input.verb }),
  )
  const willMove = lines.filter(({ outcome }) => outcome === 'will').length
  return { verb: input.verb, secondPerson: needsSecondPerson(input.verb, codes.length), willMove, lines }
}
