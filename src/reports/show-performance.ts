import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { provinceZone } from '#platform/pure/time.ts'
import { namesIn } from './figure-names.ts'
import { scopeOf } from './figure-scope.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import { figures, hideSmall, noFigures, publicFigures, smallestGroup } from './rules/figures.ts'
import type { FigureCounts } from './rules/figures.ts'
import type { showPerformanceInput } from './rules/figures-inputs.ts'
import type { PerformanceView } from './rules/figures-views.ts'
import { countFigures } from './store/report-figures.server.ts'

/**
 * How the agencies answer, for everybody: reports received in the last days, and which share was answered, on time and
 * to the citizens' satisfaction. Groups of fewer than five are not shown.
 */
export async function showPerformance(
  context: Context<ReportsWorld>,
  input: z.output<typeof showPerformanceInput>,
): Promise<PerformanceView> {
  allow(context, 'anyone')
  const today = context.now().toZonedDateTimeISO(provinceZone).toPlainDate()
  const from = today.subtract({ days: Number(input.days) - 1 }).toString()
  const scope = scopeOf(context, { from, to: today.toString() }, null)
  const nameOf = namesIn(context, await referenceOf(context))
  const found = await countFigures(context.db, scope, input.by)
  const groups = hideSmall(found.map(({ key, ...counts }) => ({ code: key, counts })))
  return {
    from: scope.from,
    to: scope.to,
    minimum: smallestGroup,
    total: publicFigures(groups.reduce((sum, { counts }) => plus(sum, counts), noFigures)),
    items: groups
      .map(({ code, shown }) => ({ code, name: nameOf(input.by, code), ...shown }))
      .toSorted((a, b) => (b.received ?? 0) - (a.received ?? 0) || a.name.localeCompare(b.name, 'vi')),
    nextCursor: null,
  }
}

function plus(a: FigureCounts, b: FigureCounts): FigureCounts {
  return Object.fromEntries(
    figures.map((figure) => [figure, a[figure] + b[figure]]),
  ) as unknown as FigureCounts
}
