import { isRefused } from '#platform/pure/refused.ts'
import { factsOf } from './report-facts.ts'
import type { Bare } from './report-reference.ts'
import type { BatchLine, BatchVerb } from './rules/batches.ts'
import { decideMove } from './rules/moves.ts'
import { maySeeAtDesk, partsOf } from './rules/permissions.ts'
import type { ReportRow } from './store/tables.ts'

/** Why a move would be refused now, by the table that also decides when it is made; null when it would go. */
export function foreseeRefusal(context: Bare, report: ReportRow, verb: BatchVerb): string | null {
  const parts = partsOf(context.actor, { agency: report.agency, reporter: false })
  try {
    decideMove(factsOf(report), verb, { parts, nowMs: context.now().epochMilliseconds })
    return null
  } catch (error) {
    if (isRefused(error)) return error.code
    throw error
  }
}

/** A line of a preview. Of reports that this officer does not see nothing is told but that they are not theirs. */
export function foreseenLine(
  context: Bare,
  code: string,
  of: { readonly report: ReportRow | undefined; readonly verb: BatchVerb },
): BatchLine {
  const { report, verb } = of
  const seen = report !== undefined && maySeeAtDesk(context.actor, { agency: report.agency, reporter: false })
  const refusal = report === undefined ? 'report-not-found' : foreseeRefusal(context, report, verb)
  return {
    code,
    title: seen ? report.title : '',
    status: seen ? report.status : null,
    outcome: refusal === null ? 'will' : 'refused',
    refusal,
    why: whyRefused(context, refusal),
  }
}

/** A refusal in the reader's words. */
export function whyRefused(context: Bare, refusal: string | null): string | null {
  return refusal === null ? null : context.outside.words.refusal(refusal, context.language, {})
}
