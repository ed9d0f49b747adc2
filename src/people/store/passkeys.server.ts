import type { Kysely } from 'kysely'
import type { PasskeyRow, PeopleTables } from './tables.ts'

type Database = Kysely<PeopleTables>

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
