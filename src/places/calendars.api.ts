import { endpoint } from '#platform/endpoint.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import { changeAgencyCalendar } from './change-agency-calendar.ts'
import { copyCalendar } from './copy-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import { listCalendars } from './list-calendars.ts'
import { removeCalendarDay } from './remove-calendar-day.ts'
import { removeSeason } from './remove-season.ts'
import {
  copyCalendarInput,
  findCalendarInput,
  listCalendarsInput,
  moveAgencyInput,
  removeCalendarDayInput,
  removeSeasonInput,
  setCalendarDayInput,
  setSeasonInput,
} from './rules/calendar-inputs.ts'
import { calendarDetails, calendarsView } from './rules/calendar-views.ts'
import { agencyView } from './rules/views.ts'
import { setCalendarDay } from './set-calendar-day.ts'
import { setSeason } from './set-season.ts'

/** When agencies work, to read and for officers to change. */
export const calendarEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/calendars',
    summary: 'The working calendars of the province',
    who: 'anyone',
    input: listCalendarsInput,
    output: calendarsView,
    run: listCalendars,
  }),
  endpoint({
    method: 'POST',
    path: '/calendars',
    summary: 'Make a calendar as a copy of another one',
    who: 'edit-calendars',
    input: copyCalendarInput,
    output: calendarDetails,
    status: 201,
    run: copyCalendar,
  }),
  endpoint({
    method: 'GET',
    path: '/calendars/{code}',
    summary: 'One calendar: office hours by season, single days, last changes',
    who: 'anyone',
    input: findCalendarInput,
    output: calendarDetails,
    run: findCalendar,
  }),
  endpoint({
    method: 'PUT',
    path: '/calendars/{code}/days/{day}',
    summary: 'Set a day off, a worked day or a day with hours of its own; up to 31 in a row',
    who: 'edit-calendars',
    input: setCalendarDayInput,
    output: calendarDetails,
    run: setCalendarDay,
  }),
  endpoint({
    method: 'DELETE',
    path: '/calendars/{code}/days/{day}',
    summary: 'Make a day an ordinary one again',
    who: 'edit-calendars',
    input: removeCalendarDayInput,
    output: calendarDetails,
    run: removeCalendarDay,
  }),
  endpoint({
    method: 'PUT',
    path: '/calendars/{code}/seasons/{from}',
    summary: 'Set the office hours from a day of the year on, until the next ones begin',
    who: 'edit-calendars',
    input: setSeasonInput,
    output: calendarDetails,
    run: setSeason,
  }),
  endpoint({
    method: 'DELETE',
    path: '/calendars/{code}/seasons/{from}',
    summary: 'Take office hours away; those before them last on',
    who: 'edit-calendars',
    input: removeSeasonInput,
    output: calendarDetails,
    run: removeSeason,
  }),
  endpoint({
    method: 'PUT',
    path: '/agencies/{code}/calendar',
    summary: 'Give an agency another calendar',
    who: 'edit-calendars',
    input: moveAgencyInput,
    output: agencyView,
    run: changeAgencyCalendar,
  }),
]
