import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { writeStretch } from './rules/calendar.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { refusePlaces } from './rules/refusals.ts'
import { calendarRow, countAgenciesOf, daysOf, lastChanges, seasonsOf } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

const changesShown = 20

/** When the agencies of a calendar work: office hours, single days with those not confirmed yet, the last changes. */
export async function findCalendar(
  context: Context<PlacesTables>,
  input: { code: string },
): Promise<CalendarDetails> {
  allow(context, 'anyone')
  const row = await calendarRow(context.db, input.code)
  if (!row) throw refusePlaces('calendar-not-found')
  const seasons = await seasonsOf(context.db, row.code)
  const days = await daysOf(context.db, row.code)
  const changes = await lastChanges(context.db, row.code, changesShown)
  return {
    code: row.code,
    name: context.language === 'en' ? row.en : row.vi,
    roundTheClock: row.round_the_clock,
    weekdays: row.weekdays,
    agencies: await countAgenciesOf(context.db, row.code),
    updatedAt: isoInProvince(row.updated_at),
    seasons: seasons.map(({ from_day, to_day, hours, confirmed }) => ({
      from: from_day,
      to: to_day,
      hours: hours.map(writeStretch),
      confirmed,
    })),
    days: days.map(({ day, kind, hours, confirmed }) => ({
      day,
      kind,
      hours: (hours ?? []).map(writeStretch),
      confirmed,
    })),
    changes: changes.map(({ at, change }) => ({ at: isoInProvince(at), ...change })),
  }
}
