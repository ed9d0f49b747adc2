import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { colleaguesOf } from './store/colleagues.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** More than this in one list nobody reads. */
const mostColleagues = 200

/** Names of those who work for these agencies now. Whoever calls this has decided that the reader may know them. */
export async function listColleagues(
  context: Context<PeopleTables>,
  input: { agencies: readonly string[] },
): Promise<{ id: string; name: string; agency: string }[]> {
  allow(context, 'signed-in')
  return colleaguesOf(context.db, input.agencies, mostColleagues)
}
