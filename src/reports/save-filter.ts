import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { queueOf } from './queue-of.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { saveFilterInput, SavedFilterView } from './rules/batches.ts'
import { savedFilterView } from './saved-filter-view.ts'
import { saveFilterRow } from './store/saved-filters.server.ts'

/** An officer gives a filter of the queue a name, for oneself or for the whole agency; the same name again changes it. */
export async function saveFilter(
  context: Context<ReportsWorld>,
  input: z.output<typeof saveFilterInput>,
): Promise<SavedFilterView> {
  allow(context, 'signed-in')
  queueOf(context)
  return inTransaction(context, async (context) => {
    const row = await saveFilterRow(context.db, {
      id: context.newId(),
      person_id: context.actor.personId ?? '',
      agency: context.actor.agency,
      name: input.name,
      shared: input.shared,
      room: input.filter,
      commune: input.commune ?? null,
      category: input.category ?? null,
      words: input.q ?? null,
      saved_at: context.now(),
    })
    return savedFilterView(context, row)
  })
}
