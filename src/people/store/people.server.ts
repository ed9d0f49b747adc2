import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { InvitationRow, OfficerRow, PasskeyRow, PeopleTables, PersonRow, SessionRow } from './tables.ts'

type Database = Kysely<PeopleTables>

/** Who a session's token belongs to, and what they may do: everything a request needs, in one look. */
export interface SessionPerson {
  readonly personId: string
  readonly agency: string | null
  readonly permissions: string[] | null
  readonly twoFactor: boolean
  /** The session began with both steps. */
  readonly twoSteps: boolean
  readonly since: Temporal.Instant
}

export async function personOfSession(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<SessionPerson | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('officers', (join) =>
      join.onRef('officers.person_id', '=', 'people.id').on('officers.withdrawn_at', 'is', null),
    )
    .leftJoin('roles', 'roles.code', 'officers.role')
    .select([
      'people.id as personId',
      'officers.agency as agency',
      'roles.permissions as permissions',
      'people.two_factor_enabled as twoFactor',
      'sessions.two_steps as twoSteps',
      'sessions.created_at as since',
    ])
    .where('sessions.token', '=', token)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst()
}

/** Whether somebody is, or was, an officer. */
export async function isOfficer(db: Database, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('officers')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export async function personBy(db: Database, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function personByEmail(db: Database, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
}

export async function officerBy(
  db: Database,
  personId: string,
): Promise<(OfficerRow & { vi: string; en: string }) | undefined> {
  return db
    .selectFrom('officers')
    .innerJoin('roles', 'roles.code', 'officers.role')
    .selectAll('officers')
    .select(['roles.vi', 'roles.en'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export async function saveProfile(
  db: Database,
  id: string,
  profile: Pick<PersonRow, 'name' | 'commune_code' | 'commune_system' | 'language'>,
): Promise<void> {
  await db
    .updateTable('people')
    .set({ ...profile, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** A person's sessions, newest first, that still last. */
export async function sessionsOf(
  db: Database,
  personId: string,
  page: { now: Temporal.Instant; before: { at: string; id: string } | null; limit: number },
): Promise<SessionRow[]> {
  let query = db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', page.now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  const { before } = page
  if (before)
    query = query.where(sql<boolean>`(created_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return query.execute()
}

export async function endSession(db: Database, personId: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function endSessionsOf(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('sessions').where('person_id', '=', personId).execute()
}

export type OfficerLine = OfficerRow & Pick<PersonRow, 'name' | 'email' | 'two_factor_enabled'>

export async function officersAfter(
  db: Database,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<OfficerLine[]> {
  let query = db
    .selectFrom('officers')
    .innerJoin('people', 'people.id', 'officers.person_id')
    .selectAll('officers')
    .select(['people.name', 'people.email', 'people.two_factor_enabled'])
    .orderBy('added_at', 'desc')
    .orderBy('person_id', 'desc')
    .limit(page.limit)
  const { before } = page
  if (before)
    query = query.where(sql<boolean>`(added_at, person_id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return query.execute()
}

/** People who work for an agency now. */
export async function officerIdsOf(db: Database, agency: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('officers')
    .select('person_id')
    .where('agency', '=', agency)
    .where('withdrawn_at', 'is', null)
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.person_id)
}

export async function saveOfficer(db: Database, row: OfficerRow): Promise<void> {
  await db
    .insertInto('officers')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ agency: row.agency, role: row.role, withdrawn_at: null }),
    )
    .execute()
}

export async function withdraw(db: Database, personId: string, at: Temporal.Instant): Promise<boolean> {
  const done = await db
    .updateTable('officers')
    .set({ withdrawn_at: at })
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function roleIsKnown(db: Database, code: string): Promise<boolean> {
  return (
    (await db.selectFrom('roles').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
  )
}

export async function allRoles(db: Database): Promise<{ code: string; vi: string; en: string }[]> {
  return db.selectFrom('roles').select(['code', 'vi', 'en']).orderBy('position').execute()
}

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

export async function passkeysOf(db: Database, personId: string, limit: number): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'person_id', 'name', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .limit(limit)
    .execute()
}

export async function removePasskeyOf(db: Database, personId: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('passkeys')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
