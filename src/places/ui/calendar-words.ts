import { formatDate } from '#design/format.ts'
import { m } from '#design/messages/messages.js'
import type { CalendarDetails } from '../rules/calendar-views.ts'

type Change = CalendarDetails['changes'][number]
type Kind = CalendarDetails['days'][number]['kind']

/** What a single day is, in words. */
export function kindWords(kind: Kind): string {
  const words = { off: m.places_day_off, worked: m.places_day_worked, 'own-hours': m.places_day_own_hours }
  return words[kind]()
}

/** `04-15` as `15/04`. */
export function monthDayWords(monthDay: string): string {
  return monthDay.split('-').reverse().join('/')
}

export function hoursWords(hours: readonly string[]): string {
  return hours.map((stretch) => stretch.replace('-', '–')).join(', ')
}

/** A line of a calendar's history. */
export function changeWords(change: Change): string {
  switch (change.what) {
    case 'day-set':
      return daySet(change)
    case 'day-removed':
      return m.places_change_day_removed({ day: formatDate(change.from) })
    case 'season-set':
      return m.places_change_season_set({
        from: monthDayWords(change.from),
        hours: hoursWords(change.hours ?? []),
      })
    case 'season-removed':
      return m.places_change_season_removed({ from: monthDayWords(change.from) })
    case 'copied':
      return m.places_change_copied({ from: change.from })
    case 'agency-moved':
      return m.places_change_agency({ agency: change.agency ?? '' })
  }
}

function daySet({ from, until = from, kind = 'off', hours = [], confirmed }: Change): string {
  const days = until === from ? formatDate(from) : `${formatDate(from)} – ${formatDate(until)}`
  const what = [kindWords(kind), hoursWords(hours)].filter(Boolean).join(' ')
  return confirmed === false
    ? m.places_change_day_noted({ days, what })
    : m.places_change_day_set({ days, what })
}
