import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import { daysBetween, readStretch } from './rules/calendar.ts'
import type { SetCalendarDay } from './rules/calendar-inputs.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { saveDays } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * An officer says what a day is, or several days in a row: off, worked though its weekday is not, or with hours of its
 * own. Days not confirmed are only noted. Refuses calendar-not-found.
 */
export async function setCalendarDay(
  context: Context<PlacesTables>,
  input: SetCalendarDay,
): Promise<CalendarDetails> {
  allow(context, 'edit-calendars')
  const { code, kind, confirmed } = input
  const until = input.until ?? input.day
  const hours = kind === 'own-hours' ? (input.hours ?? []) : []
  const stretches = kind === 'own-hours' ? hours.map(readStretch) : null
  await inCalendar(context, code, async ({ db }) => {
    const days = daysBetween(input.day, until)
    await saveDays(
      db,
      days.map((day) => ({ calendar: code, day, kind, hours: stretches, confirmed })),
    )
    return { what: 'day-set', from: input.day, until, kind, hours, confirmed }
  })
  return findCalendar(context, { code })
}
