import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { calendarChanged } from './places.events.ts'
import type { CalendarChange } from './rules/calendar.ts'
import { refusePlaces } from './rules/refusals.ts'
import { lockCalendar, recordChange } from './store/calendars.server.ts'
import type { CalendarRow, PlacesTables } from './store/tables.ts'

/** What every change of a calendar shares: one after the other, written down, and told to who reckons deadlines by it. */
export async function inCalendar(
  context: Context<PlacesTables>,
  code: string,
  work: (context: Context<PlacesTables>, calendar: CalendarRow) => Promise<CalendarChange>,
): Promise<void> {
  allow(context, 'edit-calendars')
  await inTransaction(context, async (context) => {
    const calendar = await lockCalendar(context.db, code)
    if (!calendar) throw refusePlaces('calendar-not-found')
    const change = await work(context, calendar)
    await recordChange(context.db, {
      id: context.newId(),
      calendar: code,
      at: context.now(),
      by_person: context.actor.personId,
      change,
    })
    await announce(context, calendarChanged(code))
  })
}
