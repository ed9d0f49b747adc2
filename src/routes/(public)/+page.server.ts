import { listMyReports } from '#reports/list-my-reports.ts'
import { listPublicReports } from '#reports/list-public-reports.ts'
import { myBrief, publicBrief } from './report-briefs.ts'
import type { PageServerLoad } from './$types'

const mineShown = 2
const newestShown = 7

/** What matters now: my own things, and what others reported last. */
export const load: PageServerLoad = async ({ locals: { context } }) => {
  const [mine, newest] = await Promise.all([
    listMyReports(context, { limit: mineShown }),
    listPublicReports(context, { group: 'all', limit: newestShown }),
  ])
  return { mine: mine.items.map(myBrief), newest: newest.items.map(publicBrief) }
}
