import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { areInOrder, daysBetween, readStretch } from './calendar.ts'

const calendarCode = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(60)
const agencyCode = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(80)
const day = z.iso.date({ error: 'field_wrong_form', abort: true })
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'field_month_day')
  .max(5)
  .refine(isDayOfYear, 'field_month_day')
  .meta({ description: 'Month and day, 04-15' })
const stretch = z
  .string()
  .max(11)
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'field_hours')
const hours = z
  .array(stretch)
  .max(4)
  .refine((list) => areInOrder(list.map(readStretch)), 'field_hours_order')
  .meta({ description: 'Hours of work, as 07:30-11:30' })

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDayOfYear(text: string): boolean {
  const [month = 0, dayOfMonth = 0] = text.split('-').map(Number)
  return dayOfMonth <= (longestMonths[month - 1] ?? 0)
}

export const findCalendarInput = z.strictObject({ code: calendarCode })
export const listCalendarsInput = z.strictObject({ ...pageInput })

export const setCalendarDayInput = z
  .strictObject({
    code: calendarCode,
    day,
    until: day.optional().meta({ description: 'The last of several days; at most 31' }),
    kind: z.enum(['off', 'worked', 'own-hours']),
    hours: hours.optional().meta({ description: 'Only with own-hours' }),
    confirmed: z.boolean().default(true),
  })
  .refine((input) => daysBetween(input.day, input.until ?? input.day).length > 0, {
    path: ['until'],
    message: 'field_until',
  })
  .refine((input) => input.kind !== 'own-hours' || (input.hours ?? []).length > 0, {
    path: ['hours'],
    message: 'field_missing',
  })
export type SetCalendarDay = z.output<typeof setCalendarDayInput>

export const removeCalendarDayInput = z.strictObject({ code: calendarCode, day })
export type RemoveCalendarDay = z.output<typeof removeCalendarDayInput>

export const setSeasonInput = z.strictObject({
  code: calendarCode,
  from: monthDay,
  hours: hours.min(1, 'field_missing'),
  confirmed: z.boolean().default(true),
})
export type SetSeason = z.output<typeof setSeasonInput>

export const removeSeasonInput = z.strictObject({ code: calendarCode, from: monthDay })
export type RemoveSeason = z.output<typeof removeSeasonInput>

export const copyCalendarInput = z.strictObject({
  from: calendarCode,
  code: calendarCode,
  vi: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
})
export type CopyCalendar = z.output<typeof copyCalendarInput>

export const moveAgencyInput = z.strictObject({ code: agencyCode, calendar: calendarCode })
export type MoveAgency = z.output<typeof moveAgencyInput>
