import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { hashSecret } from './code-hash.ts'
import type { InviteOfficer } from './rules/inputs.ts'
import { refusePeople } from './rules/refusals.ts'
import { saveInvitation } from './store/invitations.server.ts'
import { roleIsKnown } from './store/officers.server.ts'
import { personByEmail } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

const validHours = 72

/**
 * An administrator invites an officer; the secret of the link is told once, works once, for 72 hours. Refuses
 * officer-already-there and role-not-known.
 */
export async function inviteOfficer(
  context: Context<PeopleTables>,
  input: InviteOfficer,
): Promise<{ secret: string; until: string }> {
  allow(context, 'manage-officers')
  return inTransaction(context, async (context) => {
    if (await personByEmail(context.db, input.email)) throw refusePeople('officer-already-there')
    if (!(await roleIsKnown(context.db, input.role))) throw refusePeople('role-not-known')
    const secret = Buffer.from(context.randomBytes(32)).toString('base64url')
    const now = context.now()
    const until = now.add({ hours: validHours })
    await saveInvitation(context.db, {
      id: context.newId(),
      email: input.email.toLowerCase(),
      name: input.name,
      agency: input.agency,
      role: input.role,
      secret_hash: hashSecret(secret),
      invited_by: context.actor.personId,
      expires_at: until,
      used_at: null,
      created_at: now,
    })
    return { secret, until: isoInProvince(until) }
  })
}
