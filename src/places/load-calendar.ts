import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePlaces } from './rules/refusals.ts'
import type { WorkingCalendar } from './rules/working-time.ts'
import { agencyBy } from './store/agencies.server.ts'
import { calendarBy } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** When an agency works, as the rule of working time takes it. Refuses agency-not-found and calendar-not-found. */
export async function loadCalendar(
  context: Context<PlacesTables>,
  input: { agency: string },
): Promise<WorkingCalendar> {
  allow(context, 'anyone')
  const agency = await agencyBy(context.db, input.agency)
  if (!agency) throw refusePlaces('agency-not-found')
  const calendar = await calendarBy(context.db, agency.calendar)
  if (!calendar) throw refusePlaces('calendar-not-found')
  return calendar
}
