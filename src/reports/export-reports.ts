import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { SentFile } from '#platform/sent-file.ts'
import { exportBatch, exportFile } from './export-file.ts'
import { publicSearchOf } from './public-search.ts'
import { cardsOf } from './report-cards.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { exportReportsInput } from './rules/export-inputs.ts'
import type { ExportLine } from './rules/export-lines.ts'
import { publicColumns, publicLine } from './rules/export-lines.ts'
import type { After, PublicSearch } from './store/report-search.server.ts'
import { searchPublic } from './store/report-search.server.ts'

/**
 * The public list as a file, by the same filters and with no more than anybody may see, newest first, complete to the
 * last row. Refuses export-too-long for a sheet that would be too large.
 */
export async function exportReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof exportReportsInput>,
): Promise<SentFile> {
  allow(context, 'anyone')
  const reading = { ...context, language: input.language ?? context.language }
  return exportFile(reading, input.format, {
    name: 'reports',
    columns: publicColumns,
    pages: pagesOf(reading, publicSearchOf(input)),
  })
}

/** Page by page by the key of the last row, so that no list is ever held whole and none holds a connection. */
async function* pagesOf(
  context: Context<ReportsWorld>,
  search: Omit<PublicSearch, 'after' | 'limit'>,
): AsyncGenerator<ExportLine[]> {
  const say = (key: string) => context.outside.words.text(key, context.language)
  let after: After | null = null
  do {
    const found = await searchPublic(context.db, { ...search, after, limit: exportBatch })
    const rows = found.slice(0, exportBatch)
    const last = rows.at(-1)
    after = found.length > exportBatch && last ? { at: last.filed_at.toString(), id: last.id } : null
    const cards = await cardsOf(context, rows, 'public')
    yield cards.map((card) => publicLine(card, say))
  } while (after !== null)
}
