import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { oidcProvider } from '../rules/provider.ts'
import { isOfficer } from './officers.server.ts'
import type { PeopleTables, PersonRow } from './tables.ts'

type Database = Kysely<PeopleTables>

/** The person whom a subject of the identity provider belongs to. */
export async function personOfSubject(db: Database, subject: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .selectAll('people')
    .where('accounts.provider', '=', oidcProvider)
    .where('accounts.subject', '=', subject)
    .executeTakeFirst()
}

/** Whoever has a phone number, locked; with a word on whether they are, or were, an officer. */
export async function lockHolder(
  db: Database,
  phone: string,
): Promise<{ person: PersonRow; officer: boolean } | undefined> {
  const person = await db
    .selectFrom('people')
    .selectAll()
    .where('phone', '=', phone)
    .forUpdate()
    .executeTakeFirst()
  if (!person) return undefined
  return { person, officer: await isOfficer(db, person.id) }
}

/** Adds a person; undefined when somebody else has taken the phone number meanwhile. */
export async function addPerson(db: Database, row: PersonRow): Promise<PersonRow | undefined> {
  return db
    .insertInto('people')
    .values(row)
    .onConflict((conflict) => conflict.column('phone').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function addSubject(
  db: Database,
  account: { id: string; personId: string; subject: string; at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('accounts')
    .values({
      id: account.id,
      person_id: account.personId,
      provider: oidcProvider,
      subject: account.subject,
      password: null,
      created_at: account.at,
      updated_at: account.at,
    })
    .execute()
}

export async function fillPerson(
  db: Database,
  id: string,
  filled: Pick<PersonRow, 'name' | 'commune_code' | 'commune_system'>,
): Promise<void> {
  await db
    .updateTable('people')
    .set({ ...filled, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}
