import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { revokeOpen311KeyInput } from './rules/open311-inputs.ts'
import { refuse } from './rules/refusals.ts'
import { revokeKey } from './store/open311.server.ts'

/** An administrator ends a partner's key at once; what came with it stays. Refuses open311-key-not-found. */
export async function revokeOpen311Key(
  context: Context<ReportsWorld>,
  input: z.output<typeof revokeOpen311KeyInput>,
): Promise<{ id: string }> {
  allow(context, 'manage-open311')
  return inTransaction(context, async (context) => {
    const by = { revoked_by: context.actor.personId, revoked_at: context.now() }
    if (!(await revokeKey(context.db, input.id, by))) throw refuse('open311-key-not-found')
    return { id: input.id }
  })
}
