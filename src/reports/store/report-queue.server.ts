import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { QueueFilter } from '../rules/words.ts'
import { queueFilters } from '../rules/words.ts'
import { containing, wordsOf } from './report-search.server.ts'
import type { ReportRow, ReportsTables } from './tables.ts'

/** Whose queue, seen by whom, and when. */
export interface QueueOf {
  /** Null for the reports of all agencies. */
  readonly agency: string | null
  readonly personId: string | null
  readonly now: Temporal.Instant
}

/** What is looked for in a queue. */
export interface QueueMatch extends QueueOf {
  readonly filter: QueueFilter
  readonly commune?: string | undefined
  readonly category?: string | undefined
  readonly words?: string | undefined
}

export interface QueueSearch extends QueueMatch {
  readonly after: readonly [at: string, id: string] | null
  readonly limit: number
}

const dueSoonHours = 24
const settledDays = 30

/** Written out as in the partial indexes, so that PostgreSQL sees they fit. */
const isOpen = sql<boolean>`status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened')`
const isSettled = sql<boolean>`status in ('answered', 'closed', 'rejected', 'merged', 'withdrawn')`

/** What each room of the queue holds. Lists and counts both come from here, so they cannot disagree. */
function holds(filter: QueueFilter, { personId, now }: QueueOf): RawBuilder<boolean> {
  const lately = now.subtract({ hours: settledDays * 24 })
  const soon = now.add({ hours: dueSoonHours })
  const rooms: Record<QueueFilter, RawBuilder<boolean>> = {
    all: isOpen,
    'to-accept': sql`status = 'submitted'`,
    'to-assign': sql`status = 'returned'`,
    'to-confirm': sql`status in ('accepted', 'assigned')`,
    'in-work': sql`status = 'in_progress'`,
    'due-soon': sql`${isOpen} and paused_at is null and due_at >= ${now}::timestamptz and due_at < ${soon}::timestamptz`,
    late: sql`${isOpen} and paused_at is null and (due_at < ${now}::timestamptz or accept_due_at < ${now}::timestamptz)`,
    mine: sql`${isOpen} and handler = ${personId}::uuid`,
    'waiting-for-citizen': sql`status = 'need_info'`,
    'to-approve': sql`status = 'in_progress' and (answer_proposed or extension_asked)`,
    reopened: sql`status = 'reopened'`,
    answered: sql`status = 'answered' and updated_at > ${lately}::timestamptz`,
    ended: sql`status in ('closed', 'rejected', 'merged', 'withdrawn') and updated_at > ${lately}::timestamptz`,
  }
  return rooms[filter]
}

/** Rooms of what is done are read newest first, the others most pressing first. */
export function isNewestFirst(filter: QueueFilter): boolean {
  return filter === 'answered' || filter === 'ended'
}

/** One row more than the page. */
export async function searchQueue(db: Kysely<ReportsTables>, search: QueueSearch): Promise<ReportRow[]> {
  let query = inRoom(db, search).limit(search.limit + 1)
  if (isNewestFirst(search.filter)) {
    query = query.orderBy('updated_at', 'desc').orderBy('id', 'desc')
    if (search.after) query = query.where(beyond(sql`(updated_at, id)`, '<', search.after))
  } else {
    query = query.orderBy(sql`coalesce(due_at, 'infinity')`).orderBy('id')
    if (search.after) query = query.where(beyond(sql`(coalesce(due_at, 'infinity'), id)`, '>', search.after))
  }
  return query.execute()
}

/** One page of a room by id, newest first: an order that nothing moves while a file is written. */
export async function readQueueById(
  db: Kysely<ReportsTables>,
  search: Omit<QueueSearch, 'after'>,
  before: string | null,
): Promise<ReportRow[]> {
  const query = inRoom(db, search).orderBy('id', 'desc').limit(search.limit)
  return (before === null ? query : query.where('id', '<', before)).execute()
}

/** What the filters of the queue find, whatever the order. */
function inRoom(db: Kysely<ReportsTables>, search: QueueMatch) {
  let query = db
    .selectFrom('reports')
    .selectAll()
    .where(isNewestFirst(search.filter) ? isSettled : isOpen)
    .where(holds(search.filter, search))
  if (search.agency) query = query.where('agency', '=', search.agency)
  if (search.commune) query = query.where('commune_code', '=', search.commune)
  if (search.category) query = query.where('category', '=', search.category)
  for (const word of wordsOf(search.words)) query = query.where('folded', 'like', containing(word))
  return query
}

/** How many rows the list of this search has, all pages together. */
export async function countMatching(db: Kysely<ReportsTables>, search: QueueMatch): Promise<number> {
  const counted = inRoom(db, search)
    .clearSelect()
    .select(sql<number>`count(*)`.as('count'))
  return (await counted.executeTakeFirstOrThrow()).count
}

function beyond(
  key: RawBuilder<unknown>,
  than: '<' | '>',
  [at, id]: readonly [string, string],
): RawBuilder<boolean> {
  return sql<boolean>`${key} ${sql.raw(than)} (${at}::timestamptz, ${id}::uuid)`
}

/** How many reports lie in each room. */
export async function countQueue(
  db: Kysely<ReportsTables>,
  of: QueueOf,
): Promise<Record<QueueFilter, number>> {
  const settled = queueFilters.filter(isNewestFirst)
  const open = queueFilters.filter((filter) => !isNewestFirst(filter))
  const [openCounts, settledCounts] = await Promise.all([
    countRooms(db, { of, filters: open, among: isOpen }),
    countRooms(db, { of, filters: settled, among: isSettled }),
  ])
  return { ...openCounts, ...settledCounts } as Record<QueueFilter, number>
}

async function countRooms(
  db: Kysely<ReportsTables>,
  rooms: { of: QueueOf; filters: readonly QueueFilter[]; among: RawBuilder<boolean> },
): Promise<Record<string, number>> {
  const { of, filters, among } = rooms
  const lately = of.now.subtract({ hours: settledDays * 24 })
  let query = db
    .selectFrom('reports')
    .select(filters.map((filter) => sql<number>`count(*) filter (where ${holds(filter, of)})`.as(filter)))
    .where(among)
  if (filters.some(isNewestFirst)) query = query.where('updated_at', '>', lately)
  if (of.agency) query = query.where('agency', '=', of.agency)
  return await query.executeTakeFirstOrThrow()
}

/** Two figures of the agency's days. */
export async function countDays(
  db: Kysely<ReportsTables>,
  of: { agency: string | null; dayFrom: Temporal.Instant; weekFrom: Temporal.Instant },
): Promise<{ filedToday: number; answeredThisWeek: number }> {
  const own = of.agency === null ? sql<boolean>`true` : sql<boolean>`agency = ${of.agency}`
  const { dayFrom, weekFrom } = of
  const found = await sql<{ filed: number; answered: number }>`
    select
      (select count(*) from reports where ${own} and filed_at >= ${dayFrom}::timestamptz) as filed,
      (select count(*) from reports where ${own} and ${isSettled} and updated_at >= ${weekFrom}::timestamptz
        and answered_at >= ${weekFrom}::timestamptz) as answered`.execute(db)
  return { filedToday: found.rows[0]?.filed ?? 0, answeredThisWeek: found.rows[0]?.answered ?? 0 }
}
