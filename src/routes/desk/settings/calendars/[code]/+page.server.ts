import type { RequestEvent } from '@sveltejs/kit'
import { findCalendar } from '#places/find-calendar.ts'
import { removeCalendarDay } from '#places/remove-calendar-day.ts'
import { removeSeason } from '#places/remove-season.ts'
import {
  findCalendarInput,
  removeCalendarDayInput,
  removeSeasonInput,
  setCalendarDayInput,
  setSeasonInput,
} from '#places/rules/calendar-inputs.ts'
import { refusePlaces } from '#places/rules/refusals.ts'
import { setCalendarDay } from '#places/set-calendar-day.ts'
import { setSeason } from '#places/set-season.ts'
import { allow } from '#platform/context.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { Actions, PageServerLoad } from './$types'

const dateLetters = 10

/** One calendar, as officers change it. */
export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  allow(context, 'edit-calendars')
  const asked = findCalendarInput.safeParse(params)
  if (!asked.success) throw refusePlaces('calendar-not-found')
  return {
    calendar: await findCalendar(context, asked.data),
    today: isoInProvince(context.now()).slice(0, dateLetters),
    saved: url.searchParams.has('saved'),
    key: context.newId(),
  }
}

/** The code comes from the address, and every change leads back to the page. */
function here(event: RequestEvent) {
  return { more: { code: event.params['code'] ?? '' }, then: () => `${event.url.pathname}?saved` }
}

export const actions: Actions = {
  day: async (event) =>
    formAction(event, { schema: setCalendarDayInput, run: setCalendarDay, ...here(event) }),
  removeDay: async (event) =>
    formAction(event, { schema: removeCalendarDayInput, run: removeCalendarDay, ...here(event) }),
  season: async (event) => formAction(event, { schema: setSeasonInput, run: setSeason, ...here(event) }),
  removeSeason: async (event) =>
    formAction(event, { schema: removeSeasonInput, run: removeSeason, ...here(event) }),
}
