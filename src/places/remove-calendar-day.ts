import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import type { RemoveCalendarDay } from './rules/calendar-inputs.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { refusePlaces } from './rules/refusals.ts'
import { deleteDay } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** An officer makes a single day an ordinary one again. Refuses calendar-not-found and calendar-day-not-found. */
export async function removeCalendarDay(
  context: Context<PlacesTables>,
  input: RemoveCalendarDay,
): Promise<CalendarDetails> {
  allow(context, 'edit-calendars')
  await inCalendar(context, input.code, async ({ db }) => {
    if (!(await deleteDay(db, input.code, input.day))) throw refusePlaces('calendar-day-not-found')
    return { what: 'day-removed', from: input.day }
  })
  return findCalendar(context, { code: input.code })
}
