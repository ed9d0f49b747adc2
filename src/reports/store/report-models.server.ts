import type { Insertable, Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CorrectionRow, ModelRow } from './proposal-tables.ts'
import type { ReportsTables } from './tables.ts'

/** One learning at a time. */
export async function lockModels(db: Kysely<ReportsTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('report_models'))`.execute(db)
}

export async function insertModel(
  db: Kysely<ReportsTables>,
  row: Omit<Insertable<ModelRow>, 'version'>,
): Promise<void> {
  const { made_at, examples, examples_hash, first_right, three_right, in_use, weights } = row
  await sql`insert into report_models (made_at, examples, examples_hash, first_right, three_right, in_use, weights)
    values (${made_at}, ${examples}, ${examples_hash}, ${first_right}, ${three_right}, ${in_use}, ${weights})`.execute(
    db,
  )
}

/** Older versions go, but never the one in use. */
export async function dropOldModels(db: Kysely<ReportsTables>, keep: number): Promise<void> {
  await sql`delete from report_models where version not in (
      select version from report_models order by version desc limit ${keep})
    and version <> coalesce((select max(version) from report_models where in_use), 0)`.execute(db)
}

export async function readNewestHash(db: Kysely<ReportsTables>): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('report_models')
    .select('examples_hash')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.examples_hash
}

/** Zero before anything was learnt. */
export async function readVersionInUse(db: Kysely<ReportsTables>): Promise<number> {
  const row = await db
    .selectFrom('report_models')
    .select('version')
    .where('in_use', '=', true)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function readModelInUse(db: Kysely<ReportsTables>): Promise<ModelRow | undefined> {
  return db
    .selectFrom('report_models')
    .selectAll()
    .where('in_use', '=', true)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function saveCorrection(db: Kysely<ReportsTables>, row: CorrectionRow): Promise<void> {
  await db
    .insertInto('report_corrections')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('report_id').doUpdateSet({ category: row.category, corrected_at: row.corrected_at }),
    )
    .execute()
}

/** The words of the newest corrected reports, under the category they were given. */
export async function readCorrectedTexts(
  db: Kysely<ReportsTables>,
  limit: number,
): Promise<{ category: string; text: string }[]> {
  return db
    .selectFrom('report_corrections')
    .innerJoin('reports', 'reports.id', 'report_corrections.report_id')
    .select(['report_corrections.category', 'reports.text'])
    .orderBy('report_corrections.corrected_at', 'desc')
    .orderBy('report_corrections.report_id')
    .limit(limit)
    .execute()
}
