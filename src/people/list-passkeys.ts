import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { passkeysOf } from './store/passkeys.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Nobody needs more keys than this. */
const mostPasskeys = 50

/** The passkeys of the person who asks. */
export async function listPasskeys(
  context: Context<PeopleTables>,
): Promise<{ items: { id: string; name: string | null }[]; nextCursor: null }> {
  allow(context, 'signed-in')
  const rows = await passkeysOf(context.db, context.actor.personId ?? '', mostPasskeys)
  return { items: rows.map(({ id, name }) => ({ id, name })), nextCursor: null }
}
