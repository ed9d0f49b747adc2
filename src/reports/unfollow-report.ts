import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { findFollowable } from './find-followable.ts'
import { followerOf } from './followers.ts'
import type { followInput } from './rules/proposal-inputs.ts'
import type { FollowingView } from './rules/proposal-views.ts'
import { deleteFollower, readFollowerCount } from './store/report-followers.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** Somebody has heard enough of a report; whoever did not follow it is told the same. Refuses report-not-found. */
export async function unfollowReport(
  context: Context<ReportsTables>,
  input: z.output<typeof followInput>,
): Promise<FollowingView> {
  allow(context, 'anyone')
  return inTransaction(context, async (context) => {
    const report = await findFollowable(context, input.code)
    await deleteFollower(context.db, report.id, followerOf(context.actor))
    const followers = await readFollowerCount(context.db, report.id)
    return { code: report.code, followers, following: false }
  })
}
