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

export interface Visits {
  /** Visitors seen in the last five minutes. */
  readonly now: number
  /** Visits since the platform opened. */
  readonly total: number
}

/** What this process holds between two writes: nothing in it outlives the process, and no address is in it. */
interface Book {
  salt: { readonly day: string; readonly bytes: Uint8Array } | null
  readonly waiting: Set<string>
  readonly writtenAtMs: Map<string, number>
  writing: Promise<void> | null
  read: { readonly atMs: number; readonly visits: Promise<Visits> } | null
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
  const salt = await saltOfToday(context, book)
  const visitor = createHash('sha256').update(salt).update(`${input.address}\n${input.userAgent}`).digest()
  const name = visitor.subarray(0, visitorBytes).toString('hex')
  const nowMs = context.now().epochMilliseconds
  const writtenAtMs = book.writtenAtMs.get(name)
  if (writtenAtMs !== undefined && nowMs - writtenAtMs < rewriteSeconds * 1000) return
  if (book.writtenAtMs.size >= mostRemembered) book.writtenAtMs.clear()
  book.writtenAtMs.set(name, nowMs)
  book.waiting.add(name)
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
  const visitors = [...book.waiting].sort()
  book.waiting.clear()
  if (visitors.length > 0) await write(context, visitors)
}

/** Throws away what is no longer needed: visitors of an hour ago and the salts of other days. */
export async function sweepVisits(context: Context<VisitTables>): Promise<void> {
  allow(context, 'anyone')
  const oldest = context.now().subtract({ minutes: keptMinutes })
  await context.db.deleteFrom('visitors_seen').where('seen_at', '<', oldest).execute()
  await context.db.deleteFrom('visit_salts').where('day', '<', dayOf(context.now())).execute()
}

function bookOf(context: Context<VisitTables>): Book {
  const found = books.get(context.db)
  if (found) return found
  const book: Book = { salt: null, waiting: new Set(), writtenAtMs: new Map(), writing: null, read: null }
  books.set(context.db, book)
  return book
}

function dayOf(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(provinceZone).toPlainDate().toString()
}

/** The salt of the day, the same in every process; whoever comes first makes it. */
async function saltOfToday(context: Context<VisitTables>, book: Book): Promise<Uint8Array> {
  const day = dayOf(context.now())
  if (book.salt?.day === day) return book.salt.bytes
  const made = { day, salt: context.randomBytes(saltBytes) }
  await context.db
    .insertInto('visit_salts')
    .values(made)
    .onConflict((on) => on.doNothing())
    .execute()
  const kept = context.db.selectFrom('visit_salts').select('salt').where('day', '=', day)
  const { salt } = await kept.executeTakeFirstOrThrow()
  book.salt = { day, bytes: salt }
  book.writtenAtMs.clear()
  return salt
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
 * Rows are written in the order of their names, so that two processes cannot wait for each other. A visit counts
 * when its row is new or was silent for long: then the row carries the name of this very write.
 */
async function write(context: Context<VisitTables>, visitors: readonly string[]): Promise<void> {
  const writeId = context.newId()
  const now = context.now().toString()
  await inTransaction(context, async (context) => {
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
  })
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
