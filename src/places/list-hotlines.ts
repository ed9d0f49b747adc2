import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import type { HotlineView } from './rules/views.ts'
import { hotlinesAfter } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

const largestPosition = 1_000_000

/** The numbers to call in need, most general first. */
export async function listHotlines(
  context: Context<PlacesTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<HotlineView>> {
  allow(context, 'anyone')
  const [position] = readCursor(input.cursor) ?? []
  const after =
    typeof position === 'number' && Math.abs(position) <= largestPosition ? Math.trunc(position) : -1
  const rows = await hotlinesAfter(context.db, after, input.limit + 1)
  const page = cutPage(rows, input.limit, (row) => [row.position])
  const items = page.items.map(({ number, vi, en, free, channels }) => ({
    number,
    name: context.language === 'en' ? en : vi,
    free,
    channels,
  }))
  return { ...page, items }
}
