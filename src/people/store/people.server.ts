import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PeopleTables, PersonRow } from './tables.ts'

type Database = Kysely<PeopleTables>

export async function personBy(db: Database, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function personByEmail(db: Database, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
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
