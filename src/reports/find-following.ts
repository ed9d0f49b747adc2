import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { findFollowable } from './find-followable.ts'
import { followerOf } from './followers.ts'
import type { followInput } from './rules/proposal-inputs.ts'
import type { FollowingView } from './rules/proposal-views.ts'
import { isFollowed, readFollowerCount } from './store/report-followers.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** How many follow a report, and whether this person or browser does. Refuses report-not-found. */
export async function findFollowing(
  context: Context<ReportsTables>,
  input: z.output<typeof followInput>,
): Promise<FollowingView> {
  allow(context, 'anyone')
  const report = await findFollowable(context, input.code)
  return {
    code: report.code,
    followers: await readFollowerCount(context.db, report.id),
    following: await isFollowed(context.db, report.id, followerOf(context.actor)),
  }
}
