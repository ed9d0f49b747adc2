import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ReportRow, ReportsTables } from './tables.ts'

type Query = SelectQueryBuilder<ReportsTables, 'reports', ReportRow>

/** Where a page of a newest-first list goes on. */
export interface After {
  readonly at: string
  readonly id: string
}

export interface PublicSearch {
  readonly commune?: string
  readonly category?: string
  readonly statuses: readonly string[] | null
  /** Without accents. */
  readonly words?: string
  readonly box?: readonly [west: number, south: number, east: number, north: number]
  readonly after: After | null
  readonly limit: number
}

/** Written out as in the partial indexes, so that PostgreSQL sees they fit. */
const isPublic = sql<boolean>`status not in ('rejected', 'merged', 'withdrawn')`

/** One row more than the page, newest first. */
export async function searchPublic(db: Kysely<ReportsTables>, search: PublicSearch): Promise<ReportRow[]> {
  let query: Query = db.selectFrom('reports').selectAll().where(isPublic)
  if (search.commune) query = query.where('commune_code', '=', search.commune)
  if (search.category) query = query.where('category', '=', search.category)
  if (search.statuses) query = query.where('status', 'in', search.statuses as ReportRow['status'][])
  for (const word of wordsOf(search.words)) query = query.where('public_folded', 'like', containing(word))
  if (search.box) query = query.where(inBox(search.box))
  return newestFirst(query, search).execute()
}

/** Boxes wider than this, degrees, hold so much that the newest are found sooner by time than by place. */
const wideBoxDegrees = 0.2

/** Whether the public place lies in a box. Of wide boxes PostgreSQL is told by columns, whose spread it knows. */
function inBox([west, south, east, north]: NonNullable<PublicSearch['box']>): RawBuilder<boolean> {
  if (east - west > wideBoxDegrees || north - south > wideBoxDegrees) {
    return sql`public_lon between ${west} and ${east} and public_lat between ${south} and ${north}`
  }
  return sql`point(public_lon, public_lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))`
}

/** The reports of a person or of the receipts in a browser. */
export async function searchMine(
  db: Kysely<ReportsTables>,
  search: { personId: string | null; receiptHashes: readonly Buffer[]; after: After | null; limit: number },
): Promise<ReportRow[]> {
  const { personId, receiptHashes } = search
  const query: Query = db
    .selectFrom('reports')
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(personId ? [eb('reporter_id', '=', personId)] : []),
        ...(receiptHashes.length > 0 ? [eb('receipt_key_hash', 'in', [...receiptHashes])] : []),
      ]),
    )
  return newestFirst(query, search).execute()
}

function newestFirst(query: Query, page: { readonly after: After | null; readonly limit: number }): Query {
  const ordered = query
    .orderBy('filed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (page.after === null) return ordered
  return ordered.where(sql<boolean>`(filed_at, id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`)
}

export interface NearbySearch {
  readonly lat: number
  readonly lon: number
  readonly radiusMeters: number
  readonly category?: string
  readonly openSince: Temporal.Instant
  readonly limit: number
}

const metersPerDegree = 111_195

/** Public reports around a point, nearest first, by their public place. */
export async function searchNearby(
  db: Kysely<ReportsTables>,
  search: NearbySearch,
): Promise<(ReportRow & { meters: number })[]> {
  const { lat, lon, radiusMeters } = search
  const high = radiusMeters / metersPerDegree
  const wide = high / Math.cos((lat * Math.PI) / 180)
  const meters = sql<number>`earth_distance(ll_to_earth(${lat}, ${lon}), ll_to_earth(public_lat, public_lon))`
  let query = db
    .selectFrom('reports')
    .selectAll()
    .select(meters.as('meters'))
    .where(isPublic)
    .where('filed_at', '>', search.openSince)
    .where(inBox([lon - wide, lat - high, lon + wide, lat + high]))
    .where(sql<boolean>`${meters} <= ${radiusMeters}`)
  if (search.category) query = query.where('category', '=', search.category)
  return query.orderBy('meters').orderBy('id').limit(search.limit).execute()
}

/** Words that one search looks for. */
const mostWords = 10

/** Each word must be found, in any order. */
export function wordsOf(folded: string | undefined): string[] {
  return (folded ?? '').split(' ').filter(Boolean).slice(0, mostWords)
}

/** A pattern for one folded word: letters and digits only, so nothing in it means something else. */
export function containing(word: string): string {
  return `%${word}%`
}
