import type { z } from 'zod'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { checkReply } from './check-reply.ts'
import { mayEditReply, viewOfReply } from './reply-view.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import type { changeReplyInput } from './rules/deskwork-inputs.ts'
import type { ReplyView } from './rules/deskwork-views.ts'
import { refuse } from './rules/refusals.ts'
import { lockReply, saveReply } from './store/replies.server.ts'

/** An editor rewords a ready-made reply; answers already sent keep their words. Refuses reply-not-found and not-permitted. */
export async function changeReply(
  context: Context<ReportsWorld>,
  input: z.output<typeof changeReplyInput>,
): Promise<ReplyView> {
  allow(context, 'edit-replies')
  return inTransaction(context, async (context) => {
    const reference = await referenceOf(context)
    const row = await lockReply(context.db, input.id)
    if (!row) throw refuse('reply-not-found')
    if (!mayEditReply(context.actor, row)) throw refusePlatform('not-permitted')
    checkReply(reference, input)
    const { verb, title, body } = input
    const changed = {
      ...{ verb, title, body, category: input.category ?? null },
      changed_by: context.actor.personId,
      changed_at: context.now(),
    }
    await saveReply(context.db, row.id, changed)
    return viewOfReply(context, reference, { ...row, ...changed })
  })
}
