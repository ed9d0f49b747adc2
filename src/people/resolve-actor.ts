import type { Actor } from '#platform/actor.ts'
import { stranger } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { readSessionToken } from './session-token.ts'
import { personOfSession } from './store/sessions.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** An officer's session lasts a day of work, however long the library keeps it. */
const deskHours = 12

/**
 * Who asks, from the cookies of a request, in one look at the database; a stranger without a valid session. An officer
 * has permissions only with the second step set up, in a session that began with both steps, and only for twelve hours
 * after signing in.
 */
export async function resolveActor(
  context: Context<PeopleTables>,
  input: { cookies: string; receipts: readonly string[] },
): Promise<Actor> {
  allow(context, 'anyone')
  const token = readSessionToken(input.cookies, context.outside.settings.secret)
  if (token === null) return stranger(input.receipts)
  const person = await personOfSession(context.db, token, context.now())
  if (!person) return stranger(input.receipts)
  const { personId, agency, permissions } = person
  const fresh = Temporal.Instant.compare(person.since.add({ hours: deskHours }), context.now()) > 0
  if (agency === null || permissions === null || !person.twoFactor || !person.twoSteps || !fresh) {
    return { kind: 'citizen', personId, agency: null, permissions: new Set(), receipts: input.receipts }
  }
  return { kind: 'officer', personId, agency, permissions: new Set(permissions), receipts: input.receipts }
}
