import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { FollowerRow } from './proposal-tables.ts'
import type { After } from './report-search.server.ts'
import type { ReportRow, ReportsTables } from './tables.ts'

interface Who {
  readonly personId: string | null
  readonly keyHashes: readonly Buffer[]
}

/** The follower's rows: by person, by any of the keys; nobody's when there is neither. */
function isWho(who: Who) {
  return (eb: ExpressionBuilder<ReportsTables, 'report_followers'>): Expression<SqlBool> =>
    eb.or([
      ...(who.personId ? [eb('report_followers.person_id', '=', who.personId)] : []),
      ...(who.keyHashes.length > 0 ? [eb('report_followers.key_hash', 'in', [...who.keyHashes])] : []),
    ])
}

/** Adds a follower; one who follows already stays as they are. */
export async function insertFollower(db: Kysely<ReportsTables>, row: FollowerRow): Promise<void> {
  await db
    .insertInto('report_followers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteFollower(db: Kysely<ReportsTables>, reportId: string, who: Who): Promise<void> {
  await db.deleteFrom('report_followers').where('report_id', '=', reportId).where(isWho(who)).execute()
}

export async function isFollowed(db: Kysely<ReportsTables>, reportId: string, who: Who): Promise<boolean> {
  const row = await db
    .selectFrom('report_followers')
    .select('id')
    .where('report_id', '=', reportId)
    .where(isWho(who))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function readFollowerCount(db: Kysely<ReportsTables>, reportId: string): Promise<number> {
  const row = await db
    .selectFrom('report_follower_counts')
    .select('followers')
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return row?.followers ?? 0
}

/** People who follow a report, in the order of their ids, after one of them. */
export async function readFollowingPeople(
  db: Kysely<ReportsTables>,
  page: { readonly code: string; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('report_followers')
    .innerJoin('reports', 'reports.id', 'report_followers.report_id')
    .select('report_followers.person_id')
    .where('reports.code', '=', page.code)
    .where('report_followers.person_id', 'is not', null)
    .orderBy('report_followers.person_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('report_followers.person_id', '>', page.after)
  const rows = await query.execute()
  return rows.flatMap(({ person_id }) => person_id ?? [])
}

/** What somebody follows, last followed first; one row more than the page. */
export async function searchFollowed(
  db: Kysely<ReportsTables>,
  search: Who & { readonly after: After | null; readonly limit: number },
): Promise<(ReportRow & Pick<FollowerRow, 'followed_at'> & { follower_id: string })[]> {
  const { after } = search
  let query = db
    .selectFrom('report_followers')
    .innerJoin('reports', 'reports.id', 'report_followers.report_id')
    .selectAll('reports')
    .select(['report_followers.followed_at', 'report_followers.id as follower_id'])
    .where((eb) => isWho(search)(eb as unknown as ExpressionBuilder<ReportsTables, 'report_followers'>))
    .orderBy('report_followers.followed_at', 'desc')
    .orderBy('report_followers.id', 'desc')
    .limit(search.limit + 1)
  if (after !== null) {
    query = query.where(
      sql<boolean>`(report_followers.followed_at, report_followers.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    )
  }
  return query.execute()
}
