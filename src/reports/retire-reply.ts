import type { z } from 'zod'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { mayEditReply } from './reply-view.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { retireReplyInput } from './rules/deskwork-inputs.ts'
import { refuse } from './rules/refusals.ts'
import { lockReply, saveReply } from './store/replies.server.ts'

/** An editor takes a ready-made reply out of use. Refuses reply-not-found and not-permitted. */
export async function retireReply(
  context: Context<ReportsWorld>,
  input: z.output<typeof retireReplyInput>,
): Promise<{ id: string }> {
  allow(context, 'edit-replies')
  return inTransaction(context, async (context) => {
    const row = await lockReply(context.db, input.id)
    if (!row) throw refuse('reply-not-found')
    if (!mayEditReply(context.actor, row)) throw refusePlatform('not-permitted')
    await saveReply(context.db, row.id, { retired_at: context.now(), changed_by: context.actor.personId })
    return { id: row.id }
  })
}
