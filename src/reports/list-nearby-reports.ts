import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { cardsOf } from './report-cards.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listNearbyReportsInput } from './rules/inputs.ts'
import type { NearbyCards } from './rules/views.ts'
import { searchNearby } from './store/report-search.server.ts'

/** Older reports are found in the list, not around a point. */
const nearbyDays = 90

/** What was reported within some metres of a point in the last 90 days, nearest first: has this been reported already? */
export async function listNearbyReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof listNearbyReportsInput>,
): Promise<NearbyCards> {
  allow(context, 'anyone')
  const openSince = context.now().subtract({ hours: nearbyDays * 24 })
  const rows = await searchNearby(context.db, { ...input, openSince })
  const cards = await cardsOf(context, rows, 'public')
  const items = cards.map((card, at) => ({ ...card, distanceMeters: Math.round(rows[at]?.meters ?? 0) }))
  return { items, nextCursor: null }
}
