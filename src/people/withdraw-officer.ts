import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import { withdraw } from './store/officers.server.ts'
import { endSessionsOf } from './store/sessions.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Takes an officer's rights away and ends their sessions at once. Refuses not-yourself and officer-not-found. */
export async function withdrawOfficer(
  context: Context<PeopleTables>,
  input: { personId: string },
): Promise<{ done: true }> {
  allow(context, 'manage-officers')
  if (input.personId === context.actor.personId) throw refusePeople('not-yourself')
  return inTransaction(context, async ({ db, now }) => {
    if (!(await withdraw(db, input.personId, now()))) throw refusePeople('officer-not-found')
    await endSessionsOf(db, input.personId)
    return { done: true as const }
  })
}
