import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { namesOf } from './store/colleagues.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** What people are called, by id. Whoever calls this has decided that the reader may know them. */
export async function namePeople(
  context: Context<PeopleTables>,
  input: { ids: readonly (string | null)[] },
): Promise<ReadonlyMap<string, string>> {
  allow(context, 'signed-in')
  const ids = [...new Set(input.ids)].filter((id) => id !== null)
  const rows = ids.length === 0 ? [] : await namesOf(context.db, ids)
  return new Map(rows.map((row) => [row.id, row.name]))
}
