import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { checkReply } from './check-reply.ts'
import { repliesKeptBy, viewOfReply } from './reply-view.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import type { addReplyInput } from './rules/deskwork-inputs.ts'
import type { ReplyView } from './rules/deskwork-views.ts'
import { insertReply } from './store/replies.server.ts'

/**
 * An editor keeps a ready-made reply: of the own agency, or, at the province's intake, of all agencies. Refuses
 * category-not-found and reply-placeholder-unknown.
 */
export async function addReply(
  context: Context<ReportsWorld>,
  input: z.output<typeof addReplyInput>,
): Promise<ReplyView> {
  allow(context, 'edit-replies')
  return inTransaction(context, async (context) => {
    const reference = await referenceOf(context)
    checkReply(reference, input)
    const row = {
      id: context.newId(),
      agency: repliesKeptBy(context.actor),
      verb: input.verb,
      category: input.category ?? null,
      title: input.title,
      body: input.body,
      changed_by: context.actor.personId,
      changed_at: context.now(),
      retired_at: null,
    }
    await insertReply(context.db, row)
    return viewOfReply(context, reference, row)
  })
}
