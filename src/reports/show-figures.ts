import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { NameOf } from './figure-names.ts'
import { namesIn } from './figure-names.ts'
import { figureScopeOf } from './figure-scope.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import type { FigureCounts, Grouping, Period } from './rules/figures.ts'
import { figures, isPeriodUnit, noFigures, periodsOf } from './rules/figures.ts'
import type { showFiguresInput } from './rules/figures-inputs.ts'
import type { FiguresRow, FiguresView } from './rules/figures-views.ts'
import { countFigures } from './store/report-figures.server.ts'

/**
 * What became of the reports received in a period: answered, on time, late and so on, by day, agency, commune or
 * category. Each number counts exactly the reports that listFigure lists. Refuses not-permitted and period-wrong.
 */
export async function showFigures(
  context: Context<ReportsWorld>,
  input: z.output<typeof showFiguresInput>,
): Promise<FiguresView> {
  allow(context, 'see-figures')
  const scope = figureScopeOf(context, input)
  const reference = await referenceOf(context)
  const found = await countFigures(context.db, scope, input.by)
  const rows = found.map(({ key, ...counts }) => ({ key, counts }))
  const { from, to, agency } = scope
  return {
    from,
    to,
    by: input.by,
    agency,
    total: sumOf(rows.map((row) => row.counts)),
    items: isPeriodUnit(input.by)
      ? inPeriods(rows, periodsOf(scope, input.by))
      : rows
          .map((row) => named(row, scope, { by: input.by, nameOf: namesIn(context, reference) }))
          .toSorted(mostFirst),
    nextCursor: null,
  }
}

interface Keyed {
  readonly key: string
  readonly counts: FigureCounts
}

function sumOf(all: readonly FigureCounts[]): FigureCounts {
  const sum: Record<keyof FigureCounts, number> = { ...noFigures }
  for (const counts of all) for (const figure of figures) sum[figure] += counts[figure]
  return sum
}

/** Each part of the period, also one in which nothing came. */
function inPeriods(rows: readonly Keyed[], periods: readonly (Period & { key: string })[]): FiguresRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row.counts]))
  return periods.map(({ key, from, to }) => ({
    code: key,
    name: key,
    from,
    to,
    counts: byKey.get(key) ?? noFigures,
  }))
}

function named(
  row: Keyed,
  { from, to }: Period,
  { by, nameOf }: { by: Grouping; nameOf: NameOf },
): FiguresRow {
  return { code: row.key, name: nameOf(by, row.key), from, to, counts: row.counts }
}

function mostFirst(a: FiguresRow, b: FiguresRow): number {
  return b.counts.received - a.counts.received || a.code.localeCompare(b.code)
}
