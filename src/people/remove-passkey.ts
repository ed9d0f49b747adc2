import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import { removePasskeyOf } from './store/passkeys.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Takes one of the person's own passkeys away. Refuses passkey-not-found, also for somebody else's. */
export async function removePasskey(
  context: Context<PeopleTables>,
  input: { id: string },
): Promise<{ done: true }> {
  allow(context, 'signed-in')
  const removed = await removePasskeyOf(context.db, context.actor.personId ?? '', input.id)
  if (!removed) throw refusePeople('passkey-not-found')
  return { done: true }
}
