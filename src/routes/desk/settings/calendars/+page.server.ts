import { localizeHref } from '#design/messages/runtime.js'
import { changeAgencyCalendar } from '#places/change-agency-calendar.ts'
import { copyCalendar } from '#places/copy-calendar.ts'
import { listAgencies } from '#places/list-agencies.ts'
import { listCalendars } from '#places/list-calendars.ts'
import { copyCalendarInput, moveAgencyInput } from '#places/rules/calendar-inputs.ts'
import type { AgencyView } from '#places/rules/views.ts'
import { allow } from '#platform/context.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { largestPage } from '#platform/pure/page.ts'
import type { Actions, PageServerLoad } from './$types'

/** The calendars, and which agency keeps which. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  allow(context, 'edit-calendars')
  const { items: calendars } = await listCalendars(context, { limit: largestPage })
  const agencies = await allAgencies(context)
  return {
    calendars,
    agencies: agencies.map(({ code, name, calendar }) => ({ code, name, calendar })),
    moved: url.searchParams.has('moved'),
    key: context.newId(),
  }
}

async function allAgencies(context: App.Locals['context']): Promise<AgencyView[]> {
  const all: AgencyView[] = []
  let cursor: string | undefined
  do {
    const page = await listAgencies(context, { limit: largestPage, cursor })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return all
}

export const actions: Actions = {
  copy: async (event) =>
    formAction(event, {
      schema: copyCalendarInput,
      run: copyCalendar,
      then: ({ code }) => localizeHref(`/desk/settings/calendars/${code}`),
    }),
  move: async (event) =>
    formAction(event, {
      schema: moveAgencyInput,
      run: changeAgencyCalendar,
      then: () => `${event.url.pathname}?moved`,
    }),
}
