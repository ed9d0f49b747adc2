import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { InvitationRow, PeopleTables } from './tables.ts'

type Database = Kysely<PeopleTables>

export async function saveInvitation(db: Database, row: InvitationRow): Promise<void> {
  await db.insertInto('invitations').values(row).execute()
}

/** The invitation of a secret, while it may still be used; locked, so that it is used once. */
export async function lockInvitation(
  db: Database,
  secretHash: Buffer,
  now: Temporal.Instant,
): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function useInvitation(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('invitations').set({ used_at: at }).where('id', '=', id).execute()
}

/** A person with a password, as the sign-in library keeps them. */
export async function addPersonWithPassword(
  db: Database,
  person: { id: string; accountId: string; name: string; email: string; passwordHash: string },
): Promise<void> {
  const { id, accountId, name, email, passwordHash } = person
  await db
    .insertInto('people')
    .values({
      id,
      name,
      email: email.toLowerCase(),
      email_verified: true,
      phone_verified: false,
      two_factor_enabled: false,
      language: 'vi',
      created_at: sql`now()`,
      updated_at: sql`now()`,
      phone: null,
      commune_code: null,
      commune_system: null,
    })
    .execute()
  await db
    .insertInto('accounts')
    .values({
      id: accountId,
      person_id: id,
      provider: 'credential',
      subject: id,
      password: passwordHash,
      created_at: sql`now()`,
      updated_at: sql`now()`,
    })
    .execute()
}
