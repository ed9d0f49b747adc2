import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { inCalendar } from './change-calendar.ts'
import { findCalendar } from './find-calendar.ts'
import type { CopyCalendar } from './rules/calendar-inputs.ts'
import type { CalendarDetails } from './rules/calendar-views.ts'
import { refusePlaces } from './rules/refusals.ts'
import {
  calendarRow,
  daysOf,
  insertCalendar,
  replaceSeasons,
  saveDays,
  seasonStarts,
} from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * An officer makes a calendar of its own for an agency that works otherwise, beginning as a copy of another one.
 * Refuses calendar-not-found and calendar-exists.
 */
export async function copyCalendar(
  context: Context<PlacesTables>,
  input: CopyCalendar,
): Promise<CalendarDetails> {
  allow(context, 'edit-calendars')
  const { code, from, vi, en } = input
  await inTransaction(context, async (context) => {
    const source = await calendarRow(context.db, from)
    if (!source) throw refusePlaces('calendar-not-found')
    const made = await insertCalendar(context.db, { ...source, code, vi, en, updated_at: context.now() })
    if (!made) throw refusePlaces('calendar-exists')
    await inCalendar(context, code, async ({ db }) => {
      await replaceSeasons(db, code, await seasonStarts(db, from))
      const days = await daysOf(db, from)
      if (days.length > 0)
        await saveDays(
          db,
          days.map((day) => ({ ...day, calendar: code })),
        )
      return { what: 'copied', from }
    })
  })
  return findCalendar(context, { code })
}
