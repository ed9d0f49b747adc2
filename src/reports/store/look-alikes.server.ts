import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ReportRow, ReportsTables } from './tables.ts'

export interface LookAlikeSearch {
  /** The whole text without accents. */
  readonly folded: string
  /** Its rarest words. */
  readonly rare: readonly string[]
  readonly place: { readonly lat: number; readonly lon: number } | null
  readonly commune: string | null
  readonly since: Temporal.Instant
}

export type Candidate = Pick<
  ReportRow,
  'code' | 'public_title' | 'status' | 'commune_code' | 'category' | 'filed_at'
> & { readonly similarity: number; readonly meters: number | null }

/** Reports each way of looking brings at most; all of them together are compared word by word. */
const mostEachWay = 120
/** Written out as in the partial indexes, so that PostgreSQL sees they fit. */
const isPublic = sql`status not in ('rejected', 'merged', 'withdrawn')`

/**
 * Public reports that may be of the same thing: the nearest to the place, the newest of the commune, and those that
 * share two of the rarest words. Each way walks an index and brings a bounded number, however many there are.
 */
export async function searchLookAlikes(
  db: Kysely<ReportsTables>,
  search: LookAlikeSearch,
): Promise<Candidate[]> {
  const { folded, place } = search
  const meters = place
    ? sql`earth_distance(ll_to_earth(${place.lat}, ${place.lon}), ll_to_earth(public_lat, public_lon))`
    : sql`null::float8`
  const alike = sql`greatest(similarity(public_folded, ${folded}),
    0.9 * word_similarity(${folded}, public_folded), 0.9 * word_similarity(public_folded, ${folded}))`
  const found = await sql<Candidate>`
    with found as materialized (${union(waysOf(search))})
    select code, public_title, status, commune_code, category, filed_at, ${alike} as similarity, ${meters} as meters
      from reports where id in (select id from found) and ${isPublic} and public_folded <> ''`.execute(db)
  return found.rows
}

function waysOf({ rare, place, commune, since }: LookAlikeSearch): RawBuilder<unknown>[] {
  const ways: RawBuilder<unknown>[] = []
  if (place) {
    ways.push(sql`select id from reports where ${isPublic} and filed_at > ${since} and public_lat is not null
      order by point(public_lon, public_lat) <-> point(${place.lon}, ${place.lat}) limit ${mostEachWay}`)
  }
  if (commune) {
    ways.push(sql`select id from reports where ${isPublic} and commune_code = ${commune} and filed_at > ${since}
      order by filed_at desc, id desc limit ${mostEachWay}`)
  }
  if (rare.length > 1) {
    ways.push(sql`select id from reports where ${isPublic} and filed_at > ${since}
      and to_tsvector('simple', public_folded) @@ to_tsquery('simple', ${pairsOf(rare)}) limit ${mostEachWay}`)
  }
  return ways.length > 0 ? ways : [sql`select id from reports where false`]
}

function union(ways: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union `,
  )
}

/** Any two of the words. They are letters and digits only, so nothing in them means something else. */
function pairsOf(words: readonly string[]): string {
  return words.flatMap((one, at) => words.slice(at + 1).map((other) => `(${one} & ${other})`)).join(' | ')
}
