import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import { endSession } from './store/sessions.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Ends one of the person's own sessions, at once. Refuses session-not-found, also for somebody else's. */
export async function revokeSession(
  context: Context<PeopleTables>,
  input: { id: string },
): Promise<{ done: true }> {
  allow(context, 'signed-in')
  const ended = await endSession(context.db, context.actor.personId ?? '', input.id)
  if (!ended) throw refusePeople('session-not-found')
  return { done: true }
}
