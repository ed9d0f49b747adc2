import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { receiptHashes } from './receipts.ts'
import { cardsOf } from './report-cards.ts'
import { afterOf, keyOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listMyReportsInput } from './rules/inputs.ts'
import type { ReportCard } from './rules/views.ts'
import { searchMine } from './store/report-search.server.ts'

/** The reports of the person who is signed in and of the receipts their browser carries, newest first. */
export async function listMyReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof listMyReportsInput>,
): Promise<PageOf<ReportCard>> {
  allow(context, 'anyone')
  const { personId } = context.actor
  const hashes = receiptHashes(context.actor)
  if (personId === null && hashes.length === 0) return { items: [], nextCursor: null }
  const search = { personId, receiptHashes: hashes, after: afterOf(input.cursor), limit: input.limit }
  const page = cutPage(await searchMine(context.db, search), input.limit, keyOf)
  return { ...page, items: await cardsOf(context, page.items, 'own') }
}
