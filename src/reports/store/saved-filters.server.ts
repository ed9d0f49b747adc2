import type { Kysely } from 'kysely'
import type { SavedFilterRow } from './deskwork-tables.ts'
import type { ReportsTables } from './tables.ts'

type Database = Kysely<ReportsTables>

/** As many as one officer is shown. */
const mostFilters = 30

/** The officer's own and those the agency shares, by name. */
export async function readFilters(
  db: Database,
  of: { personId: string; agency: string | null },
): Promise<SavedFilterRow[]> {
  return db
    .selectFrom('report_saved_filters')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('person_id', '=', of.personId),
        eb.and([eb('shared', '=', true), eb('agency', '=', of.agency)]),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(mostFilters)
    .execute()
}

/** Saved again under the same name, it is changed. */
export async function saveFilterRow(db: Database, row: SavedFilterRow): Promise<SavedFilterRow> {
  const { id: _id, person_id: _person, ...rest } = row
  return db
    .insertInto('report_saved_filters')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet(rest))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Gives false when this officer has no such filter. */
export async function deleteFilter(db: Database, id: string, personId: string): Promise<boolean> {
  const done = await db
    .deleteFrom('report_saved_filters')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
