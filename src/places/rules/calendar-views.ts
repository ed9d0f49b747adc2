import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'

export const calendarView = z.object({
  code: z.string(),
  name: z.string(),
  roundTheClock: z.boolean(),
  weekdays: z.array(z.number().int()).meta({ description: 'Monday is 1' }),
  agencies: z.number().int().meta({ description: 'How many agencies keep it' }),
  updatedAt: z.string(),
})
export type CalendarView = z.output<typeof calendarView>
export const calendarsView = pageOf(calendarView)

const dayKind = z.enum(['off', 'worked', 'own-hours'])
const hours = z.array(z.string())

export const calendarDetails = calendarView.extend({
  seasons: z.array(z.object({ from: z.string(), to: z.string(), hours, confirmed: z.boolean() })),
  days: z
    .array(z.object({ day: z.string(), kind: dayKind, hours, confirmed: z.boolean() }))
    .meta({ description: 'Days that are not confirmed do not count yet' }),
  changes: z.array(
    z.object({
      at: z.string(),
      what: z.enum(['day-set', 'day-removed', 'season-set', 'season-removed', 'copied', 'agency-moved']),
      from: z.string(),
      until: z.string().optional(),
      kind: dayKind.optional(),
      hours: hours.optional(),
      confirmed: z.boolean().optional(),
      agency: z.string().optional(),
    }),
  ),
})
export type CalendarDetails = z.output<typeof calendarDetails>
