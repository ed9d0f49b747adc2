import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { BatchItemRow, BatchRow } from './deskwork-tables.ts'
import type { ReportRow, ReportsTables } from './tables.ts'

type Database = Kysely<ReportsTables>

/** A report of a batch, with what became of it. */
export type ItemOfReport = BatchItemRow & Pick<ReportRow, 'code' | 'title' | 'status' | 'agency'>

export async function readReportsByCodes(db: Database, codes: readonly string[]): Promise<ReportRow[]> {
  if (codes.length === 0) return []
  return db.selectFrom('reports').selectAll().where('code', 'in', codes).orderBy('id').execute()
}

export async function insertBatch(
  db: Database,
  batch: BatchRow,
  reportIds: readonly string[],
): Promise<void> {
  await db
    .insertInto('report_batches')
    .values({ ...batch, said: sql`${JSON.stringify(batch.said)}::jsonb` as never })
    .execute()
  const empty = { outcome: null, version_after: null, replaced: null, undo: null }
  const rows = reportIds.map((report_id) => ({ batch_id: batch.id, report_id, ...empty }))
  await db.insertInto('report_batch_items').values(rows).execute()
}

export async function readBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  return db.selectFrom('report_batches').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function lockBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  return db.selectFrom('report_batches').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function saveBatch(
  db: Database,
  id: string,
  changed: Partial<Omit<BatchRow, 'id' | 'said'>>,
): Promise<void> {
  await db.updateTable('report_batches').set(changed).where('id', '=', id).execute()
}

/** In the order of the reports' ids, in which they are locked. */
export async function readItems(db: Database, batchId: string): Promise<ItemOfReport[]> {
  return db
    .selectFrom('report_batch_items')
    .innerJoin('reports', 'reports.id', 'report_batch_items.report_id')
    .selectAll('report_batch_items')
    .select(['reports.code', 'reports.title', 'reports.status', 'reports.agency'])
    .where('batch_id', '=', batchId)
    .orderBy('report_id')
    .execute()
}

export async function saveItem(
  db: Database,
  item: Pick<BatchItemRow, 'batch_id' | 'report_id'>,
  changed: Partial<Pick<BatchItemRow, 'outcome' | 'version_after' | 'replaced' | 'undo'>>,
): Promise<void> {
  const { replaced, ...rest } = changed
  await db
    .updateTable('report_batch_items')
    .set({ ...rest, ...(replaced ? { replaced: sql`${JSON.stringify(replaced)}::jsonb` as never } : {}) })
    .where('batch_id', '=', item.batch_id)
    .where('report_id', '=', item.report_id)
    .execute()
}

/** One row more than the page, newest first. */
export async function readBatches(
  db: Database,
  search: { agency: string; after: { at: string; id: string } | null; limit: number },
): Promise<(BatchRow & { count: number })[]> {
  let query = db
    .selectFrom('report_batches')
    .selectAll()
    .select(
      sql<number>`(select count(*) from report_batch_items where batch_id = report_batches.id)`.as('count'),
    )
    .where('agency', '=', search.agency)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit + 1)
  const { after } = search
  if (after) query = query.where(sql<boolean>`(made_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}

/** Runs one part of a batch so that, when it is refused, the others stay. */
export async function inSavepoint<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint part`.execute(db)
  try {
    const result = await work()
    await sql`release savepoint part`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db)
    throw error
  }
}
