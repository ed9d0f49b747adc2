import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CalendarChange, SeasonStart } from '../rules/calendar.ts'
import { closeSeasons } from '../rules/calendar.ts'
import type { Stretch, WorkingCalendar } from '../rules/working-time.ts'
import type { CalendarChangeRow, CalendarDayRow, CalendarRow, PlacesTables, SeasonRow } from './tables.ts'

type Database = Kysely<PlacesTables>

/** A calendar as the rule of working time takes it; days nobody confirmed are left out. */
export async function calendarBy(db: Database, code: string): Promise<WorkingCalendar | null> {
  const calendar = await db.selectFrom('calendars').selectAll().where('code', '=', code).executeTakeFirst()
  if (!calendar) return null
  const [seasons, days] = await Promise.all([seasonsOf(db, code), daysOf(db, code)])
  const of = (kind: CalendarDayRow['kind']) => days.filter((day) => day.confirmed && day.kind === kind)
  return {
    roundTheClock: calendar.round_the_clock,
    weekdays: calendar.weekdays,
    seasons: seasons.map(({ from_day, to_day, hours }) => ({ from: from_day, to: to_day, hours })),
    daysOff: new Set(of('off').map(({ day }) => day)),
    workedDays: new Set([...of('worked'), ...of('own-hours')].map(({ day }) => day)),
    ownHours: new Map(of('own-hours').map(({ day, hours }) => [day, hours ?? []])),
  }
}

/** All calendars, a few; each with how many agencies keep it. */
export async function allCalendars(db: Database): Promise<(CalendarRow & { agencies: number })[]> {
  const rows = await db
    .selectFrom('calendars')
    .leftJoin('agencies', 'agencies.calendar', 'calendars.code')
    .selectAll('calendars')
    .select((is) => is.fn.count<number>('agencies.code').as('agencies'))
    .groupBy('calendars.code')
    .orderBy('calendars.code')
    .execute()
  return rows.map((row) => ({ ...row, agencies: Number(row.agencies) }))
}

export async function calendarRow(db: Database, code: string): Promise<CalendarRow | undefined> {
  return db.selectFrom('calendars').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Takes hold of a calendar, so that two officers change it one after the other. */
export async function lockCalendar(db: Database, code: string): Promise<CalendarRow | undefined> {
  return db.selectFrom('calendars').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
}

export async function seasonsOf(db: Database, code: string): Promise<SeasonRow[]> {
  return db
    .selectFrom('calendar_seasons')
    .selectAll()
    .where('calendar', '=', code)
    .orderBy('from_day')
    .execute()
}

/** The office hours by the day they begin. */
export async function seasonStarts(db: Database, code: string): Promise<SeasonStart[]> {
  const rows = await seasonsOf(db, code)
  return rows.map(({ from_day, hours, confirmed }) => ({ from: from_day, hours, confirmed }))
}

export async function daysOf(db: Database, code: string): Promise<CalendarDayRow[]> {
  return db.selectFrom('calendar_days').selectAll().where('calendar', '=', code).orderBy('day').execute()
}

export async function countAgenciesOf(db: Database, code: string): Promise<number> {
  const { count } = await db
    .selectFrom('agencies')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('calendar', '=', code)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function saveDays(db: Database, days: readonly CalendarDayRow[]): Promise<void> {
  const rows = days.map((row) => ({ ...row, hours: row.hours ? jsonb(row.hours) : null }))
  await db
    .insertInto('calendar_days')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['calendar', 'day']).doUpdateSet((is) => ({
        kind: is.ref('excluded.kind'),
        hours: is.ref('excluded.hours'),
        confirmed: is.ref('excluded.confirmed'),
      })),
    )
    .execute()
}

/** Whether the day was there. */
export async function deleteDay(db: Database, calendar: string, day: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('calendar_days')
    .where('calendar', '=', calendar)
    .where('day', '=', day)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Replaces the office hours of the whole year. */
export async function replaceSeasons(
  db: Database,
  calendar: string,
  starts: readonly SeasonStart[],
): Promise<void> {
  await db.deleteFrom('calendar_seasons').where('calendar', '=', calendar).execute()
  for (const { from, to, hours, confirmed } of closeSeasons(starts)) {
    const row = { calendar, from_day: from, to_day: to, confirmed, hours: jsonb(hours) }
    await db.insertInto('calendar_seasons').values(row).execute()
  }
}

export async function insertCalendar(db: Database, row: CalendarRow): Promise<boolean> {
  const made = await db
    .insertInto('calendars')
    .values({ ...row, weekdays: [...row.weekdays] })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  return made !== undefined
}

/** Writes down what was done, and when the calendar changed last. */
export async function recordChange(
  db: Database,
  row: Omit<CalendarChangeRow, 'change'> & { readonly change: CalendarChange },
): Promise<void> {
  const change = sql<CalendarChange>`${JSON.stringify(row.change)}::jsonb`
  await db
    .insertInto('calendar_changes')
    .values({ ...row, change })
    .execute()
  await db.updateTable('calendars').set({ updated_at: row.at }).where('code', '=', row.calendar).execute()
}

export async function lastChanges(
  db: Database,
  calendar: string,
  limit: number,
): Promise<CalendarChangeRow[]> {
  return db
    .selectFrom('calendar_changes')
    .selectAll()
    .where('calendar', '=', calendar)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

function jsonb(hours: readonly Stretch[]) {
  return sql<Stretch[]>`${JSON.stringify(hours)}::jsonb`
}
