import type { Kysely } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { AgencyRow, HotlineRow, PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

/** Agencies in their order, after the last one of the page before. */
export async function agenciesAfter(
  db: Database,
  { after, limit }: { after: { position: number; code: string } | null; limit: number },
): Promise<AgencyRow[]> {
  let query = db.selectFrom('agencies').selectAll().orderBy('position').orderBy('code').limit(limit)
  if (after) {
    query = query.where((is) =>
      is(is.refTuple('position', 'code'), '>', is.tuple(after.position, after.code)),
    )
  }
  return query.execute()
}

export async function agencyBy(db: Database, code: string): Promise<AgencyRow | undefined> {
  return db.selectFrom('agencies').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function agenciesOfCommune(db: Database, communeCode: string): Promise<AgencyRow[]> {
  return db
    .selectFrom('agencies')
    .selectAll()
    .where('commune_system', '=', presentSystem)
    .where('commune_code', '=', communeCode)
    .orderBy('position')
    .execute()
}

/** Hotlines in their order, after a position. */
export async function hotlinesAfter(db: Database, position: number, limit: number): Promise<HotlineRow[]> {
  return db
    .selectFrom('hotlines')
    .selectAll()
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** From now on the agency keeps this calendar. */
export async function moveAgency(db: Database, code: string, calendar: string): Promise<void> {
  await db.updateTable('agencies').set({ calendar }).where('code', '=', code).execute()
}
