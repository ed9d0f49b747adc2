import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import { readStretch } from './rules/calendar.ts'
import type { SetSeason } from './rules/calendar-inputs.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { refusePlaces } from './rules/refusals.ts'
import { replaceSeasons, seasonStarts } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

const mostSeasons = 6

/**
 * An officer sets the office hours from a day of the year on; they last until the next ones begin. Refuses
 * calendar-not-found and too-many-seasons.
 */
export async function setSeason(context: Context<PlacesTables>, input: SetSeason): Promise<CalendarDetails> {
  allow(context, 'edit-calendars')
  const { code, from, hours, confirmed } = input
  await inCalendar(context, code, async ({ db }) => {
    const others = (await seasonStarts(db, code)).filter((season) => season.from !== from)
    if (others.length >= mostSeasons)
      throw refusePlaces('too-many-seasons', { details: { limit: mostSeasons } })
    await replaceSeasons(db, code, [...others, { from, hours: hours.map(readStretch), confirmed }])
    return { what: 'season-set', from, hours, confirmed }
  })
  return findCalendar(context, { code })
}
