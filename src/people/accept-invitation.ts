import { hashPassword } from 'better-auth/crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { hashSecret } from './code-hash.ts'
import type { AcceptInvitation } from './rules/inputs.ts'
import { refusePeople } from './rules/refusals.ts'
import { addPersonWithPassword, lockInvitation, useInvitation } from './store/invitations.server.ts'
import { saveOfficer } from './store/officers.server.ts'
import { personByEmail } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/**
 * An invited officer chooses a password and has an account; the second step follows at the first sign-in. Refuses
 * invitation-not-valid for one that was used or is too old.
 */
export async function acceptInvitation(
  context: Context<PeopleTables>,
  input: AcceptInvitation,
): Promise<{ email: string }> {
  allow(context, 'anyone')
  const passwordHash = await hashPassword(input.password)
  return inTransaction(context, async ({ db, newId, now }) => {
    const invitation = await lockInvitation(db, hashSecret(input.secret), now())
    if (!invitation) throw refusePeople('invitation-not-valid')
    const { email, name, agency, role } = invitation
    if (await personByEmail(db, email)) throw refusePeople('officer-already-there')
    const id = newId()
    await addPersonWithPassword(db, { id, accountId: newId(), name, email, passwordHash })
    await saveOfficer(db, { person_id: id, agency, role, added_at: now(), withdrawn_at: null })
    await useInvitation(db, invitation.id, now())
    return { email }
  })
}
