import { foldText } from '#platform/pure/fold-text.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { queueOf } from './queue-of.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { SavedFilterView } from './rules/batches.ts'
import type { SavedFilterRow } from './store/deskwork-tables.ts'
import { countMatching } from './store/report-queue.server.ts'

/** A saved filter with how many reports it finds for this officer now, counted by the predicate of the list. */
export async function savedFilterView(
  context: Context<ReportsWorld>,
  row: SavedFilterRow,
): Promise<SavedFilterView> {
  allow(context, 'signed-in')
  const count = await countMatching(context.db, {
    ...queueOf(context),
    filter: row.room,
    commune: row.commune ?? undefined,
    category: row.category ?? undefined,
    words: row.words === null ? undefined : foldText(row.words),
  })
  const { id, name, shared, room, commune, category, words } = row
  const mine = row.person_id === context.actor.personId
  return { id, name, shared, mine, filter: room, commune, category, q: words, count }
}
