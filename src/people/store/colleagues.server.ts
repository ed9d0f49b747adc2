import type { Kysely } from 'kysely'
import type { PeopleTables } from './tables.ts'

/** Who works for these agencies now, by name. */
export async function colleaguesOf(
  db: Kysely<PeopleTables>,
  agencies: readonly string[],
  limit: number,
): Promise<{ id: string; name: string; agency: string }[]> {
  return db
    .selectFrom('officers')
    .innerJoin('people', 'people.id', 'officers.person_id')
    .select(['people.id', 'people.name', 'officers.agency'])
    .where('officers.agency', 'in', agencies)
    .where('officers.withdrawn_at', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(limit)
    .execute()
}

export async function namesOf(
  db: Kysely<PeopleTables>,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
}
