import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { followerOf } from './followers.ts'
import { cardsOf } from './report-cards.ts'
import { afterOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listFollowedInput } from './rules/proposal-inputs.ts'
import type { ReportCard } from './rules/views.ts'
import { searchFollowed } from './store/report-followers.server.ts'

/** The reports that this person or this browser follows, last followed first, as everybody may see them. */
export async function listFollowedReports(
  context: Context<ReportsWorld>,
  input: z.output<typeof listFollowedInput>,
): Promise<PageOf<ReportCard>> {
  allow(context, 'anyone')
  const who = followerOf(context.actor)
  if (who.personId === null && who.keyHashes.length === 0) return { items: [], nextCursor: null }
  const search = { ...who, after: afterOf(input.cursor), limit: input.limit }
  const rows = await searchFollowed(context.db, search)
  const page = cutPage(rows, input.limit, (row) => [row.followed_at.toString(), row.follower_id])
  return { ...page, items: await cardsOf(context, page.items, 'public') }
}
