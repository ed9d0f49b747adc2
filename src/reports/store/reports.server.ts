import type { Kysely, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { ReportRow, ReportsTables, TimelineRow } from './tables.ts'

/** A new report with its first line of the timeline, in one statement. Gives false when its code is taken. */
export async function insertReport(
  db: Kysely<ReportsTables>,
  report: ReportRow,
  line: Pick<TimelineRow, 'id' | 'at' | 'until_at'>,
): Promise<boolean> {
  const done = await db
    .with('filed', (db) =>
      db
        .insertInto('reports')
        .values(report)
        .onConflict((conflict) => conflict.column('code').doNothing())
        .returning('id'),
    )
    .insertInto('report_timeline')
    .columns(['id', 'report_id', 'at', 'step', 'part', 'until_at'])
    .expression((select) =>
      select
        .selectFrom('filed')
        .select([
          sql<string>`${line.id}::uuid`.as('id'),
          'filed.id as report_id',
          sql<Temporal.Instant>`${line.at}::timestamptz`.as('at'),
          sql<TimelineRow['step']>`'filed'`.as('step'),
          sql<TimelineRow['part']>`'citizen'`.as('part'),
          sql<Temporal.Instant | null>`${line.until_at}::timestamptz`.as('until_at'),
        ]),
    )
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function readReport(db: Kysely<ReportsTables>, code: string): Promise<ReportRow | undefined> {
  return db.selectFrom('reports').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The same, held until the transaction ends, so that of two officers one goes first. */
export async function lockReport(db: Kysely<ReportsTables>, code: string): Promise<ReportRow | undefined> {
  return db.selectFrom('reports').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
}

/** Locks several reports in the order of their ids, so that two merges never wait for each other. */
export async function lockReports(db: Kysely<ReportsTables>, codes: readonly string[]): Promise<ReportRow[]> {
  return db.selectFrom('reports').selectAll().where('code', 'in', codes).orderBy('id').forUpdate().execute()
}

/** Saves what changed of a locked report; its version counts up. */
export async function saveReport(
  db: Kysely<ReportsTables>,
  report: Pick<ReportRow, 'id' | 'version'>,
  changed: Updateable<ReportRow> & { updated_at: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('reports')
    .set({ ...changed, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

export async function readCodeById(db: Kysely<ReportsTables>, id: string): Promise<string | null> {
  const found = await db.selectFrom('reports').select('code').where('id', '=', id).executeTakeFirst()
  return found?.code ?? null
}

/** Most merged reports whose reporters are told of an answer. */
const mostMerged = 200

export async function readMergedInto(
  db: Kysely<ReportsTables>,
  id: string,
): Promise<Pick<ReportRow, 'code' | 'agency' | 'commune_code' | 'reporter_id' | 'handler'>[]> {
  return db
    .selectFrom('reports')
    .select(['code', 'agency', 'commune_code', 'reporter_id', 'handler'])
    .where('merged_into', '=', id)
    .orderBy('id')
    .limit(mostMerged)
    .execute()
}
