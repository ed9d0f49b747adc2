import type { Kysely } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { WorkingCalendar } from '../rules/working-time.ts'
import type { AgencyRow, CalendarDayRow, HotlineRow, PlacesTables, SeasonRow } from './tables.ts'

type Database = Kysely<PlacesTables>

/** Agencies in their order, after the last one of the page before. */
export async function agenciesAfter(
  db: Database,
  { after, limit }: { after: { position: number; code: string } | null; limit: number },
): Promise<AgencyRow[]> {
  let query = db.selectFrom('agencies').selectAll().orderBy('position').orderBy('code').limit(limit)
  if (after) {
    query = query.where((is) =>
      is(is.refTuple('position', 'code'), '>', is.tuple(after.position, after.code)),
    )
  }
  return query.execute()
}

export async function agencyBy(db: Database, code: string): Promise<AgencyRow | undefined> {
  return db.selectFrom('agencies').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function agenciesOfCommune(db: Database, communeCode: string): Promise<AgencyRow[]> {
  return db
    .selectFrom('agencies')
    .selectAll()
    .where('commune_system', '=', presentSystem)
    .where('commune_code', '=', communeCode)
    .orderBy('position')
    .execute()
}

export async function allHotlines(db: Database): Promise<HotlineRow[]> {
  return db.selectFrom('hotlines').selectAll().orderBy('position').execute()
}

/** A calendar as the rule of working time takes it; days nobody confirmed are left out. */
export async function calendarBy(db: Database, code: string): Promise<WorkingCalendar | null> {
  const calendar = await db.selectFrom('calendars').selectAll().where('code', '=', code).executeTakeFirst()
  if (!calendar) return null
  const [seasons, days] = await Promise.all([
    db.selectFrom('calendar_seasons').selectAll().where('calendar', '=', code).orderBy('from_day').execute(),
    db.selectFrom('calendar_days').selectAll().where('calendar', '=', code).where('confirmed', '=', true).execute(),
  ])
  return toCalendar({ roundTheClock: calendar.round_the_clock, weekdays: calendar.weekdays }, seasons, days)
}

function toCalendar(
  base: Pick<WorkingCalendar, 'roundTheClock' | 'weekdays'>,
  seasons: readonly SeasonRow[],
  days: readonly CalendarDayRow[],
): WorkingCalendar {
  const of = (kind: CalendarDayRow['kind']) => days.filter((day) => day.kind === kind)
  return {
    ...base,
    seasons: seasons.map(({ from_day, to_day, hours }) => ({ from: from_day, to: to_day, hours })),
    daysOff: new Set(of('off').map(({ day }) => day)),
    workedDays: new Set(of('worked').map(({ day }) => day)),
    ownHours: new Map(of('own-hours').map(({ day, hours }) => [day, hours ?? []])),
  }
}
