import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { findFollowable } from './find-followable.ts'
import { followerOf, hashFollower } from './followers.ts'
import { receiptBytes, writeReceipt } from './receipts.ts'
import type { followInput } from './rules/proposal-inputs.ts'
import type { FollowedView } from './rules/proposal-views.ts'
import { isHidden } from './rules/public-view.ts'
import { refuse } from './rules/refusals.ts'
import { insertFollower, isFollowed, readFollowerCount } from './store/report-followers.server.ts'
import type { ReportsTables } from './store/tables.ts'

/**
 * "That's it, follow it": whoever is signed in hears of every step in their inbox; a browser without an account keeps
 * the report among what it follows, by a key that is told this once. Following twice counts once. Refuses
 * report-not-found and report-not-public.
 */
export async function followReport(
  context: Context<ReportsTables>,
  input: z.output<typeof followInput>,
): Promise<FollowedView> {
  allow(context, 'anyone')
  return inTransaction(context, async (context) => {
    const { db } = context
    const report = await findFollowable(context, input.code)
    if (isHidden(report.status)) throw refuse('report-not-public')
    const who = followerOf(context.actor)
    let receiptKey: string | null = null
    if (!(await isFollowed(db, report.id, who))) {
      const carried = who.personId === null ? (who.keyHashes[0] ?? null) : null
      if (who.personId === null && carried === null)
        receiptKey = writeReceipt(context.randomBytes(receiptBytes))
      await insertFollower(db, {
        id: context.newId(),
        report_id: report.id,
        person_id: who.personId,
        key_hash: receiptKey === null ? carried : hashFollower(receiptKey),
        followed_at: context.now(),
      })
    }
    const followers = await readFollowerCount(db, report.id)
    return { code: report.code, followers, following: true, receiptKey }
  })
}
