import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { publicSearchOf } from './public-search.ts'
import { cardsOf } from './report-cards.ts'
import type { ReportsWorld } from './report-reference.ts'
import { afterOf, keyOf } from './report-page.ts'
import type { listPublicReportsInput } from './rules/inputs.ts'
import type { ReportCard } from './rules/views.ts'
import { searchPublic } from './store/report-search.server.ts'

/**
 * What people have reported, newest first, as everybody may see it: by commune, category, state, words (without accents)
 * or a box on the map. Rejected, withdrawn and merged reports are left out.
 */
export async function listPublicReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof listPublicReportsInput>,
): Promise<PageOf<ReportCard>> {
  allow(context, 'anyone')
  const rows = await searchPublic(context.db, {
    ...publicSearchOf(input),
    after: afterOf(input.cursor),
    limit: input.limit,
  })
  const page = cutPage(rows, input.limit, keyOf)
  return { ...page, items: await cardsOf(context, page.items, 'public') }
}
