import { listFollowedReports } from '#reports/list-followed-reports.ts'
import { listMyReports } from '#reports/list-my-reports.ts'
import type { PageServerLoad } from './$types'

const cardsOfPage = 20
const longestCursor = 400

/** The reports of whoever is signed in, and of the receipts in this browser. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const cursor = url.searchParams.get('cursor')?.slice(0, longestCursor) || undefined
  const { items, nextCursor } = await listMyReports(context, { limit: cardsOfPage, cursor })
  const followed = await listFollowedReports(context, { limit: cardsOfPage })
  return { cards: items, nextCursor, followed: followed.items, signedIn: context.actor.personId !== null }
}
