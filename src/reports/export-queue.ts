import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { foldText } from '#platform/pure/fold-text.ts'
import type { SentFile } from '#platform/sent-file.ts'
import { exportBatch, exportFile } from './export-file.ts'
import { queueOf } from './queue-of.ts'
import { queueCardsOf } from './report-cards.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { exportQueueInput } from './rules/export-inputs.ts'
import type { ExportLine } from './rules/export-lines.ts'
import { deskColumns, deskLine } from './rules/export-lines.ts'
import { mayRevealContact } from './rules/permissions.ts'
import type { QueueSearch } from './store/report-queue.server.ts'
import { readQueueById } from './store/report-queue.server.ts'
import type { ReportRow } from './store/tables.ts'

/**
 * A room of the officer's queue as a file, by the same filters, with phone numbers masked: a file leaves the house.
 * Refuses not-permitted, and export-too-long for a sheet that would be too large.
 */
export async function exportQueue(
  context: Context<ReportsWorld>,
  input: z.output<typeof exportQueueInput>,
): Promise<SentFile> {
  allow(context, 'export-reports')
  const reading = { ...context, language: input.language ?? context.language }
  const search = {
    ...queueOf(context, input.agency),
    filter: input.filter,
    commune: input.commune,
    category: input.category,
    words: input.q === undefined ? undefined : foldText(input.q),
    limit: exportBatch,
  }
  return exportFile(reading, input.format, {
    name: `queue-${input.filter}`,
    columns: deskColumns,
    pages: pagesOf(reading, search),
  })
}

async function* pagesOf(
  context: Context<ReportsWorld>,
  search: Omit<QueueSearch, 'after'>,
): AsyncGenerator<ExportLine[]> {
  let before: string | null = null
  do {
    const rows: ReportRow[] = await readQueueById(context.db, search, before)
    before = rows.length === search.limit ? (rows.at(-1)?.id ?? null) : null
    yield await linesOf(context, rows)
  } while (before !== null)
}

async function linesOf(context: Context<ReportsWorld>, rows: readonly ReportRow[]): Promise<ExportLine[]> {
  allow(context, 'export-reports')
  const say = (key: string) => context.outside.words.text(key, context.language)
  const cards = await queueCardsOf(context, rows)
  return cards.map((card, at) => {
    const row = rows[at] as ReportRow
    const mayKnow = mayRevealContact(context.actor, { agency: row.agency, reporter: false })
    return deskLine(
      card,
      { text: row.text, landmark: row.landmark, phone: mayKnow ? row.guest_phone : null },
      say,
    )
  })
}
