import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import type { PlannedCopy } from './rules/copies.ts'
import { planCopies } from './rules/copies.ts'
import { codeBytes, makeReportCode } from './rules/report-code.ts'
import type { ReportCopy } from './store/copy-reports.server.ts'
import {
  countAnew,
  countReports,
  findTakenCodes,
  insertCopies,
  readSources,
} from './store/copy-reports.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** Copies of one transaction. */
const batchSize = 20_000
/** A copy lies at most this far from its source in each direction, about 300 m. */
const farthestDegrees = 0.003

/**
 * For measuring: copies the named reports, with their whole history, over the last year until there are so many reports
 * in all. Nobody is told. Gives how many were added.
 */
export async function copyReports(
  context: Context<ReportsTables>,
  input: { readonly codes: readonly string[]; readonly reports: number },
): Promise<number> {
  allow(context, 'intake-reports')
  const there = await countReports(context.db)
  const sources = await readSources(context.db, input.codes)
  const planned = planCopies(sources, { count: input.reports - there, firstCopy: there })
  for (let from = 0; from < planned.length; from += batchSize) {
    const batch = planned.slice(from, from + batchSize)
    await inTransaction(context, async (context) => insertCopies(context.db, await withCodes(context, batch)))
  }
  await countAnew(context.db)
  return planned.length
}

async function withCodes(
  context: Context<ReportsTables>,
  planned: readonly PlannedCopy[],
): Promise<ReportCopy[]> {
  const codes = new Set<string>()
  while (codes.size < planned.length) {
    const wanted = planned.length - codes.size
    const made = Array.from({ length: wanted }, () => makeReportCode(context.randomBytes(codeBytes)))
    const taken = await findTakenCodes(context.db, made)
    for (const code of made) if (!taken.has(code)) codes.add(code)
  }
  const free = codes.values()
  return planned.map((copy) => ({
    ...copy,
    code: free.next().value ?? '',
    north: offset(context.randomBytes(2)),
    east: offset(context.randomBytes(2)),
  }))
}

/** From two bytes of chance, degrees to either side. */
function offset([high = 0, low = 0]: Uint8Array): number {
  return ((high * 256 + low) / 65_535 - 0.5) * 2 * farthestDegrees
}
