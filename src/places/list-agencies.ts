import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import { showAgency } from './rules/show.ts'
import type { AgencyView } from './rules/views.ts'
import { agenciesAfter } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** The agencies of the province in their official order, a page at a time. */
export async function listAgencies(
  context: Context<PlacesTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<AgencyView>> {
  allow(context, 'anyone')
  const [position, code] = readCursor(input.cursor) ?? []
  const after = typeof position === 'number' && typeof code === 'string' ? { position, code } : null
  const rows = await agenciesAfter(context.db, { after, limit: input.limit + 1 })
  const page = cutPage(rows, input.limit, (row) => [row.position, row.code])
  return { ...page, items: page.items.map((row) => showAgency(row, context.language)) }
}
