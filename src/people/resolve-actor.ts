import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Actor } from '#platform/actor.ts'
import { stranger } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { personOfSession } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** The cookie that carries a session, as the sign-in library names it. */
const cookieForm = /(?:^|;\s*)(?:__Secure-)?ctn\.session_token=([^;]+)/

/** An officer's session lasts a day of work, however long the library keeps it. */
const deskHours = 12

/**
 * Who asks, from the cookies of a request, in one look at the database; a stranger without a valid session. An officer
 * has permissions only with the second step set up, and only for twelve hours after signing in.
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
  if (agency === null || permissions === null || !person.twoFactor || !fresh) {
    return { kind: 'citizen', personId, agency: null, permissions: new Set(), receipts: input.receipts }
  }
  return { kind: 'officer', personId, agency, permissions: new Set(permissions), receipts: input.receipts }
}

/** The session's token, when the cookie carries our signature. */
export function readSessionToken(cookies: string, secret: string): string | null {
  const found = cookieForm.exec(cookies)?.[1]
  if (found === undefined) return null
  const value = decodeURIComponent(found)
  const dot = value.lastIndexOf('.')
  const token = value.slice(0, dot)
  const signature = Buffer.from(value.slice(dot + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(token).digest()
  return signature.length === wanted.length && timingSafeEqual(signature, wanted) ? token : null
}
