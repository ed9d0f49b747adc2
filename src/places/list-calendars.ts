import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { CalendarView } from './rules/calendar-views.ts'
import { allCalendars } from './store/calendars.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** The working calendars of the province, each with how many agencies keep it. */
export async function listCalendars(
  context: Context<PlacesTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<CalendarView>> {
  allow(context, 'anyone')
  const [after = ''] = readCursor(input.cursor) ?? []
  const rows = (await allCalendars(context.db)).filter((row) => row.code > String(after))
  const page = cutPage(rows, input.limit, (row) => [row.code])
  const items = page.items.map((row) => ({
    code: row.code,
    name: context.language === 'en' ? row.en : row.vi,
    roundTheClock: row.round_the_clock,
    weekdays: row.weekdays,
    agencies: row.agencies,
    updatedAt: isoInProvince(row.updated_at),
  }))
  return { ...page, items }
}
