import type { Kysely } from 'kysely'
import type { CategoryRow, LimitRow, ReportsTables } from './tables.ts'

export async function readCategories(db: Kysely<ReportsTables>): Promise<CategoryRow[]> {
  return db.selectFrom('report_categories').selectAll().orderBy('position').execute()
}

export async function readLimits(db: Kysely<ReportsTables>): Promise<LimitRow[]> {
  return db.selectFrom('report_limits').selectAll().execute()
}

/** Adds new categories; rows that officers changed stay as they are. */
export async function addCategories(db: Kysely<ReportsTables>, rows: readonly CategoryRow[]): Promise<void> {
  await db
    .insertInto('report_categories')
    .values([...rows])
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export async function addLimits(db: Kysely<ReportsTables>, rows: readonly LimitRow[]): Promise<void> {
  await db
    .insertInto('report_limits')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['urgency', 'category', 'agency']).doNothing())
    .execute()
}
