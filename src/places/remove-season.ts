import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import type { RemoveSeason } from './rules/calendar-inputs.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { refusePlaces } from './rules/refusals.ts'
import { replaceSeasons, seasonStarts } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * An officer takes office hours away; those before them last on. Refuses calendar-not-found, season-not-found, and
 * last-season for the only ones there are.
 */
export async function removeSeason(
  context: Context<PlacesTables>,
  input: RemoveSeason,
): Promise<CalendarDetails> {
  allow(context, 'edit-calendars')
  await inCalendar(context, input.code, async ({ db }) => {
    const seasons = await seasonStarts(db, input.code)
    const others = seasons.filter((season) => season.from !== input.from)
    if (others.length === seasons.length) throw refusePlaces('season-not-found')
    if (others.length === 0) throw refusePlaces('last-season')
    await replaceSeasons(db, input.code, others)
    return { what: 'season-removed', from: input.from }
  })
  return findCalendar(context, { code: input.code })
}
