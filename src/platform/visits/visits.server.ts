import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { allow, inTransaction } from '../context.ts'
import type { Context } from '../context.ts'
import { provinceZone } from '../pure/time.ts'
import { isRobot } from './robots.ts'
import type { VisitTables } from './tables.ts'

/** A visitor who comes back after this long makes a new visit. */
const visitGapMinutes = 30
const presentMinutes = 5
const keptMinutes = 60
/** This process writes the same visitor again only after this long. */
const rewriteSeconds = 60
const gatherMilliseconds = 1_000
const readAgainSeconds = 10
const mostRemembered = 50_000
const saltBytes = 32
const visitorBytes = 16
/** The number is ours alone. */
const renamingLock = 7_201_124

export interface Visits {
  /** Visitors seen in the last five minutes. */
  readonly now: number
  /** Visits since the platform opened. */
  readonly total: number
}

/** What this process holds between two writes: nothing in it outlives the process, and no address is in it. */
interface Book {
  salts: Salts | null
  /** Names of today, with the names of yesterday in the first half hour of a day. */
  readonly waiting: Map<string, string | null>
  readonly writtenAtMs: Map<string, number>
  writing: Promise<void> | null
  read: { readonly atMs: number; readonly visits: Promise<Visits> } | null
}

interface Salts {
  readonly day: string
  readonly today: Uint8Array
  readonly before: Uint8Array | null
}

const books = new WeakMap<Kysely<VisitTables>, Book>()

/**
 * Counts that somebody opened a page. Robots are left out. Only a hash over a salt of the day is kept, gathered for
 * a second and written in one go; a visit is counted once however many processes see it.
 */
export async function countVisit(
  context: Context<VisitTables>,
  input: { readonly address: string; readonly userAgent: string | null | undefined },
): Promise<void> {
  allow(context, 'anyone')
  if (isRobot(input.userAgent)) return
  const book = bookOf(context)
  const salts = await saltsOfToday(context, book)
  const who = `${input.address}\n${input.userAgent}`
  const name = nameOf(salts.today, who)
  const nowMs = context.now().epochMilliseconds
  const writtenAtMs = book.writtenAtMs.get(name)
  if (writtenAtMs !== undefined && nowMs - writtenAtMs < rewriteSeconds * 1000) return
  if (book.writtenAtMs.size >= mostRemembered) book.writtenAtMs.clear()
  book.writtenAtMs.set(name, nowMs)
  const crossing = salts.before !== null && dayOf(longAgo(context)) !== salts.day
  book.waiting.set(name, crossing && salts.before ? nameOf(salts.before, who) : null)
  writeSoon(context, book)
}

/** How many visitors there are now and how many visits there were, at most ten seconds old. */
export async function readVisits(context: Context<VisitTables>): Promise<Visits> {
  allow(context, 'anyone')
  const book = bookOf(context)
  const nowMs = context.now().epochMilliseconds
  if (book.read === null || nowMs - book.read.atMs >= readAgainSeconds * 1000) {
    const visits = countNow(context)
    book.read = { atMs: nowMs, visits }
    visits.catch(() => (book.read = null))
  }
  return book.read.visits
}

/** Writes at once what was gathered; used when the process stops. */
export async function writeVisits(context: Context<VisitTables>): Promise<void> {
  allow(context, 'anyone')
  const book = bookOf(context)
  const visitors = [...book.waiting.keys()].sort()
  const renamed = [...book.waiting].flatMap(([now, before]) => (before === null ? [] : [{ before, now }]))
  book.waiting.clear()
  if (visitors.length === 0) return
  await inTransaction(context, async (context) => {
    if (renamed.length > 0) await rename(context, renamed)
    await write(context, visitors)
  })
}

/**
 * Throws away what is no longer needed: visitors of an hour ago and the salts of other days, that of yesterday half an
 * hour after midnight.
 */
export async function sweepVisits(context: Context<VisitTables>): Promise<void> {
  allow(context, 'anyone')
  const oldest = context.now().subtract({ minutes: keptMinutes })
  await context.db.deleteFrom('visitors_seen').where('seen_at', '<', oldest).execute()
  await context.db
    .deleteFrom('visit_salts')
    .where('day', '<', dayOf(longAgo(context)))
    .execute()
}

function bookOf(context: Context<VisitTables>): Book {
  const found = books.get(context.db)
  if (found) return found
  const book: Book = { salts: null, waiting: new Map(), writtenAtMs: new Map(), writing: null, read: null }
  books.set(context.db, book)
  return book
}

function dayOf(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(provinceZone).toPlainDate().toString()
}

/** Whoever was silent since then makes a new visit when they come. */
function longAgo(context: Context<VisitTables>): Temporal.Instant {
  return context.now().subtract({ minutes: visitGapMinutes })
}

function nameOf(salt: Uint8Array, who: string): string {
  return createHash('sha256').update(salt).update(who).digest().subarray(0, visitorBytes).toString('hex')
}

/** The salt of the day, the same in every process; whoever comes first makes it. With it that of the day before. */
async function saltsOfToday(context: Context<VisitTables>, book: Book): Promise<Salts> {
  const day = dayOf(context.now())
  if (book.salts?.day === day) return book.salts
  const made = { day, salt: context.randomBytes(saltBytes) }
  await context.db
    .insertInto('visit_salts')
    .values(made)
    .onConflict((on) => on.doNothing())
    .execute()
  const yesterday = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
  const kept = await context.db
    .selectFrom('visit_salts')
    .select(['day', 'salt'])
    .where('day', 'in', [day, yesterday])
    .execute()
  const saltOf = (wanted: string) => kept.find((row) => String(row.day) === wanted)?.salt ?? null
  book.salts = { day, today: saltOf(day) ?? made.salt, before: saltOf(yesterday) }
  book.writtenAtMs.clear()
  return book.salts
}

function writeSoon(context: Context<VisitTables>, book: Book): void {
  if (book.writing !== null) return
  const pause = new Promise<void>((resolve) => setTimeout(resolve, gatherMilliseconds).unref())
  book.writing = pause
    .then(() => {
      book.writing = null
      return writeVisits(context)
    })
    .catch((error: unknown) => context.outside.log.warn({ err: error }, 'visits not counted'))
}

/**
 * Somebody who stays over midnight goes on under today's name, and is neither here twice nor a new visit. One process
 * at a time does this, so that no name is taken twice.
 */
async function rename(
  context: Context<VisitTables>,
  visitors: readonly { readonly before: string; readonly now: string }[],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${renamingLock})`.execute(context.db)
  await sql`
    update visitors_seen as kept set visitor = decode(name.now, 'hex')
    from jsonb_to_recordset(${JSON.stringify(visitors)}::jsonb) as name (before text, now text)
    where kept.visitor = decode(name.before, 'hex') and kept.seen_at >= ${longAgo(context).toString()}::timestamptz
      and not exists (select from visitors_seen where visitor = decode(name.now, 'hex'))`.execute(context.db)
}

/**
 * Rows are written in the order of their names, so that two processes cannot wait for each other. A visit counts
 * when its row is new or was silent for long: then the row carries the name of this very write.
 */
async function write(context: Context<VisitTables>, visitors: readonly string[]): Promise<void> {
  const writeId = context.newId()
  const now = context.now().toString()
  const { rows } = await sql<{ fresh: number }>`
    with written as (
      insert into visitors_seen as kept (visitor, seen_at, counted_by)
      select decode(name, 'hex'), ${now}::timestamptz, ${writeId}::uuid
      from unnest(${visitors}::text[]) as name order by name
      on conflict (visitor) do update set
        seen_at = greatest(kept.seen_at, excluded.seen_at),
        counted_by = case
          when kept.seen_at < excluded.seen_at - make_interval(mins => ${visitGapMinutes})
          then excluded.counted_by else kept.counted_by end
      returning counted_by)
    select count(*) filter (where counted_by = ${writeId}::uuid) as fresh from written`.execute(context.db)
  const fresh = rows[0]?.fresh ?? 0
  if (fresh === 0) return
  await sql`update visit_total set visits = visits + ${fresh}`.execute(context.db)
}

async function countNow(context: Context<VisitTables>): Promise<Visits> {
  const since = context.now().subtract({ minutes: presentMinutes })
  const present = context.db.selectFrom('visitors_seen').where('seen_at', '>', since)
  const [now, total] = await Promise.all([
    present.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst(),
    context.db.selectFrom('visit_total').select('visits').executeTakeFirst(),
  ])
  return { now: now?.count ?? 0, total: total?.visits ?? 0 }
}
