import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { OfficerRow, PeopleTables, PersonRow } from './tables.ts'

type Database = Kysely<PeopleTables>

/** Whether somebody is, or was, an officer. */
export async function isOfficer(db: Database, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('officers')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
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
