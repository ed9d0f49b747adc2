import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findAgency } from './find-agency.ts'
import type { MoveAgency } from './rules/calendar-inputs.ts'
import { refusePlaces } from './rules/refusals.ts'
import type { AgencyView } from './rules/views.ts'
import { agencyBy, moveAgency } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** An officer gives an agency another calendar. Refuses agency-not-found and calendar-not-found. */
export async function changeAgencyCalendar(
  context: Context<PlacesTables>,
  input: MoveAgency,
): Promise<AgencyView> {
  allow(context, 'edit-calendars')
  await inCalendar(context, input.calendar, async ({ db }) => {
    const before = await agencyBy(db, input.code)
    if (!before) throw refusePlaces('agency-not-found')
    await moveAgency(db, input.code, input.calendar)
    return { what: 'agency-moved', agency: input.code, from: before.calendar }
  })
  return findAgency(context, { code: input.code })
}
