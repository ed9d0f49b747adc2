import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Figure, FigureCounts, Grouping, Period } from '../rules/figures.ts'
import { figures, satisfiedStars } from '../rules/figures.ts'
import type { After } from './report-search.server.ts'
import type { ReportRow, ReportsTables } from './tables.ts'

/** Which reports are counted: those filed in the period, and what is late at this moment. */
export interface FigureScope extends Period {
  readonly agency: string | null
  readonly commune?: string | undefined
  readonly category?: string | undefined
  readonly now: Temporal.Instant
}

/** Written out as in the partial indexes, so that PostgreSQL sees they fit. */
const isOpen = sql<boolean>`status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened')`
const dayOf = sql`(filed_at at time zone 'Asia/Ho_Chi_Minh')::date`

/** What each figure counts. Counts, nightly figures and lists all come from here, so they cannot disagree. */
function counts(figure: Figure, now: Temporal.Instant): RawBuilder<boolean> {
  const what: Record<Figure, RawBuilder<boolean>> = {
    received: sql`true`,
    answered: sql`answered_at is not null`,
    'on-time': sql`answered_at is not null and (due_at is null or answered_at <= due_at)`,
    late: sql`(answered_at > due_at or (${isOpen} and answered_at is null and paused_at is null and due_at < ${now}::timestamptz))`,
    extended: sql`extended`,
    reopened: sql`reopenings > 0`,
    rated: sql`stars is not null`,
    satisfied: sql`stars >= ${satisfiedStars}`,
  }
  return what[figure]
}

const columnOf = (figure: Figure) => sql.raw(figure.replaceAll('-', '_'))

function countColumns(now: Temporal.Instant): RawBuilder<unknown> {
  return sql.join(
    figures.map(
      (figure) => sql`(count(*) filter (where ${counts(figure, now)}))::int as ${columnOf(figure)}`,
    ),
  )
}

const cellKey = sql`agency, commune_system, commune_code, category`

/** Written by columns, so that the index on the filing is used. */
function filedIn({ from, to }: Period): RawBuilder<boolean> {
  return sql`filed_at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and filed_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
}

function inScope({ agency, commune, category }: FigureScope): RawBuilder<boolean> {
  const parts = [
    agency === null ? null : sql`agency = ${agency}`,
    commune === undefined ? null : sql`commune_code = ${commune}`,
    category === undefined ? null : sql`category = ${category}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? sql`true` : sql`${sql.join(parts, sql` and `)}`
}

/** Counted days that are not as they were counted: a report changed, or ran out of its time since. */
function daysToRead(period: RawBuilder<boolean>, now: Temporal.Instant): RawBuilder<unknown> {
  return sql`select day from report_figures_stale
    union
    select ${dayOf} from reports, report_figures_state
    where ${isOpen} and paused_at is null and ${period}
      and coalesce(due_at, 'infinity') >= counted_at and coalesce(due_at, 'infinity') < ${now}::timestamptz`
}

const groupOf: Record<Grouping, RawBuilder<unknown>> = {
  day: sql`day::text`,
  week: sql`date_trunc('week', day)::date::text`,
  month: sql`date_trunc('month', day)::date::text`,
  agency: sql`agency`,
  commune: sql`commune_code`,
  category: sql`category`,
}

/** The figures of a scope by day, agency and so on: counted days as they were counted, the others live, in one snapshot. */
export async function countFigures(
  db: Kysely<ReportsTables>,
  scope: FigureScope,
  by: Grouping,
): Promise<(FigureCounts & { key: string })[]> {
  const { from, to, now } = scope
  const sums = sql.join(figures.map((figure) => sql`sum(${columnOf(figure)})::int as ${sql.id(figure)}`))
  const found = await sql<FigureCounts & { key: string }>`
    with changed as (${daysToRead(filedIn(scope), now)}),
    live as (
      select day from changed where day between ${from}::date and ${to}::date
      union
      select later::date from generate_series(greatest(${from}::date,
        (select through_day + 1 from report_figures_state)), ${to}::date, interval '1 day') as later
    ),
    cells as (
      select day, ${cellKey}, ${sql.join(figures.map(columnOf))} from report_day_figures
      where day between ${from}::date and ${to}::date and ${inScope(scope)} and day not in (select day from live)
      union all
      select day, ${cellKey}, ${countColumns(now)} from live join reports
        on filed_at >= day::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and filed_at < (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      where ${inScope(scope)} group by day, ${cellKey}
    )
    select ${groupOf[by]} as key, ${sums} from cells group by 1 order by 1`.execute(db)
  return found.rows
}

/** The reports behind one figure, newest first; one row more than the page. */
export async function listByFigure(
  db: Kysely<ReportsTables>,
  search: FigureScope & { readonly figure: Figure; readonly after: After | null; readonly limit: number },
): Promise<ReportRow[]> {
  const query = db
    .selectFrom('reports')
    .selectAll()
    .where(filedIn(search))
    .where(inScope(search))
    .where(counts(search.figure, search.now))
    .orderBy('filed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit + 1)
  const { after } = search
  if (after === null) return query.execute()
  return query.where(sql<boolean>`(filed_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`).execute()
}

/**
 * Counts every day through the given one that was not counted yet or is not as it was counted, in one snapshot: what
 * commits meanwhile is noted as stale by the trigger and counted next time. Gives how many days.
 */
export async function countDaysAnew(
  db: Kysely<ReportsTables>,
  count: { readonly now: Temporal.Instant; readonly through: string },
): Promise<number> {
  const { now, through } = count
  const first = (await db.selectFrom('report_figures_state').select('through_day').execute()).length === 0
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      // Before the first count nothing is noted yet: nobody writes while it is made.
      if (first) await sql`lock table reports in share mode`.execute(db)
      const known = sql`select coalesce((select through_day from report_figures_state), '-infinity')`
      const days = sql`select day from (${daysToRead(sql`true`, now)}) as changed where day <= ${through}::date
        union select distinct ${dayOf} from reports where ${dayOf} > (${known}) and ${dayOf} <= ${through}::date`
      const found = await sql<{ day: string }>`${days}`.execute(db)
      const list = found.rows.map((row) => row.day)
      await sql`delete from report_day_figures where day = any(${list}::date[])`.execute(db)
      await sql`insert into report_day_figures (day, ${cellKey}, ${sql.join(figures.map(columnOf))})
        select ${dayOf}, ${cellKey}, ${countColumns(now)} from reports
        where ${dayOf} = any(${list}::date[]) group by 1, ${cellKey}`.execute(db)
      await sql`delete from report_figures_stale where day <= ${through}::date`.execute(db)
      await sql`insert into report_figures_state (counted_at, through_day) values (${now}::timestamptz, ${through}::date)
        on conflict (only_row) do update set counted_at = excluded.counted_at,
          through_day = greatest(report_figures_state.through_day, excluded.through_day)`.execute(db)
      return list.length
    })
}
