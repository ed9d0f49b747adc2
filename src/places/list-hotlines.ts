import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { HotlineView } from './rules/views.ts'
import { allHotlines } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** The numbers to call in need, most general first. */
export async function listHotlines(
  context: Context<PlacesTables>,
): Promise<{ items: HotlineView[]; nextCursor: null }> {
  allow(context, 'anyone')
  const rows = await allHotlines(context.db)
  const items = rows.map(({ number, vi, en, free, channels }) => ({
    number,
    name: context.language === 'en' ? en : vi,
    free,
    channels,
  }))
  return { items, nextCursor: null }
}
