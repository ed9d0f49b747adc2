import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { queueOf } from './queue-of.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listFiltersInput, SavedFilterView } from './rules/batches.ts'
import { savedFilterView } from './saved-filter-view.ts'
import { readFilters } from './store/saved-filters.server.ts'

/** The officer's own filters of the queue and those the agency shares, each with its count. Refuses not-permitted. */
export async function listFilters(
  context: Context<ReportsWorld>,
  _input: z.output<typeof listFiltersInput>,
): Promise<{ items: SavedFilterView[]; nextCursor: null }> {
  allow(context, 'signed-in')
  queueOf(context)
  const { personId, agency } = context.actor
  const rows = await readFilters(context.db, { personId: personId ?? '', agency })
  const items: SavedFilterView[] = []
  for (const row of rows) items.push(await savedFilterView(context, row))
  return { items, nextCursor: null }
}
