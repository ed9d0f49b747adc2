import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Range, RequestQuery } from '../rules/open311/query.ts'
import type { TimelineStep } from '../rules/words.ts'
import type { Open311FilingRow, Open311KeyRow, Open311UpdateRow } from './open311-tables.ts'
import type { AnswerRow, ReportRow, ReportsTables, TimelineRow } from './tables.ts'

export async function insertKey(db: Kysely<ReportsTables>, row: Open311KeyRow): Promise<void> {
  await db.insertInto('open311_keys').values(row).execute()
}

export type KeyLine = Open311KeyRow & { filed: number; last_filed_at: Temporal.Instant | null }

/** Newest first, each with how much came with it. */
export async function readKeys(
  db: Kysely<ReportsTables>,
  page: { limit: number; before: { at: string; id: string } | null },
): Promise<KeyLine[]> {
  let query = db
    .selectFrom('open311_keys')
    .selectAll()
    .select([
      sql<number>`(select count(*)::int from open311_filings where key_id = open311_keys.id)`.as('filed'),
      sql<Temporal.Instant | null>`(select max(filed_at) from open311_filings where key_id = open311_keys.id)`.as(
        'last_filed_at',
      ),
    ])
  if (page.before) {
    query = query.where(
      sql<boolean>`(issued_at, id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`,
    )
  }
  return query.orderBy('issued_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute()
}

export async function readKeyByHash(
  db: Kysely<ReportsTables>,
  hash: Buffer,
): Promise<Open311KeyRow | undefined> {
  return db.selectFrom('open311_keys').selectAll().where('key_hash', '=', hash).executeTakeFirst()
}

/** Gives false when there is no such key. One that is revoked already stays as it is. */
export async function revokeKey(
  db: Kysely<ReportsTables>,
  id: string,
  by: Pick<Open311KeyRow, 'revoked_by' | 'revoked_at'>,
): Promise<boolean> {
  await db.updateTable('open311_keys').set(by).where('id', '=', id).where('revoked_at', 'is', null).execute()
  const found = await db.selectFrom('open311_keys').select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

export async function insertFiling(db: Kysely<ReportsTables>, row: Open311FilingRow): Promise<void> {
  await db.insertInto('open311_filings').values(row).execute()
}

export async function readToken(
  db: Kysely<ReportsTables>,
  token: string,
): Promise<{ code: string; token: string } | undefined> {
  return db
    .selectFrom('open311_filings')
    .innerJoin('reports', 'reports.id', 'open311_filings.report_id')
    .select(['reports.code', 'open311_filings.token'])
    .where('token', '=', token)
    .executeTakeFirst()
}

/** What this key filed under this code. */
export async function readFilingOf(
  db: Kysely<ReportsTables>,
  filed: { code: string; keyId: string },
): Promise<(Open311FilingRow & Pick<ReportRow, 'status'>) | undefined> {
  return db
    .selectFrom('open311_filings')
    .innerJoin('reports', 'reports.id', 'open311_filings.report_id')
    .selectAll('open311_filings')
    .select('reports.status')
    .where('reports.code', '=', filed.code)
    .where('key_id', '=', filed.keyId)
    .executeTakeFirst()
}

/** Gives the id of the update, and whether it is new: the same outside id of the same key is the same update. */
export async function keepUpdate(
  db: Kysely<ReportsTables>,
  row: Open311UpdateRow,
): Promise<{ id: string; fresh: boolean }> {
  const done = await db
    .insertInto('open311_updates')
    .values(row)
    .onConflict((conflict) => conflict.columns(['key_id', 'outside_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (done) return { id: done.id, fresh: true }
  const { id } = await db
    .selectFrom('open311_updates')
    .select('id')
    .where('key_id', '=', row.key_id)
    .where('outside_id', '=', row.outside_id)
    .executeTakeFirstOrThrow()
  return { id, fresh: false }
}

/** Written out as in the partial indexes, so that PostgreSQL sees they fit. */
const isPublic = sql<boolean>`status not in ('rejected', 'merged', 'withdrawn')`

/** Reports as Open311 asks for them. Named ones are found whatever their status; their words stay hidden elsewhere. */
export async function searchRequests(
  db: Kysely<ReportsTables>,
  query: RequestQuery & { readonly categoryCodes: readonly string[] | null },
): Promise<ReportRow[]> {
  const all = db.selectFrom('reports').selectAll()
  if (query.codes?.length === 0 || query.categoryCodes?.length === 0) return []
  if (query.codes) return all.where('code', 'in', query.codes).orderBy('filed_at', 'desc').execute()
  let found = all.where(isPublic)
  if (query.categoryCodes) found = found.where('category', 'in', query.categoryCodes)
  if (query.statuses) found = found.where('status', 'in', query.statuses)
  for (const word of query.words.split(' ').filter(Boolean).slice(0, 10))
    found = found.where('public_folded', 'like', `%${word}%`)
  for (const within of [...between('filed_at', query.filed), ...between('updated_at', query.updated)])
    found = found.where(within)
  if (query.box) {
    const [west, south, east, north] = query.box
    found = found.where(
      sql<boolean>`public_lon between ${west} and ${east} and public_lat between ${south} and ${north}`,
    )
  }
  const [column, direction] = query.sort
  return found
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(query.limit)
    .offset(query.offset)
    .execute()
}

function between(column: 'filed_at' | 'updated_at', { fromMs, toMs }: Range) {
  const moment = (ms: number) => sql`to_timestamp(${ms / 1000}::double precision)`
  return [
    ...(fromMs === null ? [] : [sql<boolean>`${sql.ref(column)} >= ${moment(fromMs)}`]),
    ...(toMs === null ? [] : [sql<boolean>`${sql.ref(column)} <= ${moment(toMs)}`]),
  ]
}

/** The answers that count, by report, the newest of each. */
export async function readCountingAnswers(
  db: Kysely<ReportsTables>,
  reportIds: readonly string[],
): Promise<Map<string, AnswerRow>> {
  if (reportIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('report_answers')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .where('approved_at', 'is not', null)
    .orderBy('approved_at')
    .execute()
  return new Map(rows.map((row) => [row.report_id, row]))
}

/** The history of several reports, oldest first. */
export async function readTimelines(
  db: Kysely<ReportsTables>,
  reportIds: readonly string[],
  steps: readonly TimelineStep[],
): Promise<TimelineRow[]> {
  if (reportIds.length === 0) return []
  return db
    .selectFrom('report_timeline')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .where('step', 'in', steps)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export type UpdateLine = TimelineRow & Pick<ReportRow, 'code' | 'category' | 'status' | 'published_at'>

/** What happened to reports in a window of time, oldest first. */
export async function searchUpdates(
  db: Kysely<ReportsTables>,
  search: { fromMs: number; toMs: number; steps: readonly TimelineStep[]; limit: number },
): Promise<UpdateLine[]> {
  const moment = (ms: number) => sql<Temporal.Instant>`to_timestamp(${ms / 1000}::double precision)`
  return db
    .selectFrom('report_timeline')
    .innerJoin('reports', 'reports.id', 'report_timeline.report_id')
    .selectAll('report_timeline')
    .select(['reports.code', 'reports.category', 'reports.status', 'reports.published_at'])
    .where('at', '>=', moment(search.fromMs))
    .where('at', '<=', moment(search.toMs))
    .where('step', 'in', search.steps)
    .orderBy('at')
    .orderBy('report_timeline.id')
    .limit(search.limit)
    .execute()
}
