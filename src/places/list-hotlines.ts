import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import type { HotlineView } from './rules/views.ts'
import { hotlinesAfter } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** The numbers to call in need, most general first. */
export async function listHotlines(
  context: Context<PlacesTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<HotlineView>> {
  allow(context, 'anyone')
  const [position] = readCursor(input.cursor) ?? []
  const rows = await hotlinesAfter(context.db, typeof position === 'number' ? position : -1, input.limit + 1)
  const page = cutPage(rows, input.limit, (row) => [row.position])
  const items = page.items.map(({ number, vi, en, free, channels }) => ({
    number,
    name: context.language === 'en' ? en : vi,
    free,
    channels,
  }))
  return { ...page, items }
}
