import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { removeFilterInput } from './rules/batches.ts'
import { refuse } from './rules/refusals.ts'
import { deleteFilter } from './store/saved-filters.server.ts'

/** An officer takes away a filter of their own. Refuses filter-not-found, also for those of colleagues. */
export async function removeFilter(
  context: Context<ReportsWorld>,
  input: z.output<typeof removeFilterInput>,
): Promise<{ id: string }> {
  allow(context, 'signed-in')
  return inTransaction(context, async (context) => {
    if (!(await deleteFilter(context.db, input.id, context.actor.personId ?? '')))
      throw refuse('filter-not-found')
    return { id: input.id }
  })
}
