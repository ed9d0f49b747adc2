import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { mayDecideBatch } from './batch-head.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { BatchView, decideBatchInput } from './rules/batches.ts'
import { refuse } from './rules/refusals.ts'
import { runBatch } from './run-batch.ts'
import { lockBatch, saveBatch } from './store/batches.server.ts'
import { viewBatch } from './view-batch.ts'

/**
 * A second person of the agency lets a batch that ends reports go, or declines it. The reports are moved in that
 * person's name. Refuses batch-not-found, batch-decided and second-person-needed.
 */
export async function decideBatch(
  context: Context<ReportsWorld>,
  input: z.output<typeof decideBatchInput>,
): Promise<BatchView> {
  allow(context, 'signed-in')
  return inTransaction(context, async (context) => {
    const batch = await lockBatch(context.db, input.id)
    if (!batch || batch.agency !== context.actor.agency) throw refuse('batch-not-found')
    if (batch.state !== 'waiting') throw refuse('batch-decided')
    if (!mayDecideBatch(context, batch)) throw refuse('second-person-needed')
    const decided = {
      state: input.approved ? ('done' as const) : ('declined' as const),
      decided_by: context.actor.personId,
      decided_at: context.now(),
    }
    await saveBatch(context.db, batch.id, decided)
    if (input.approved) await runBatch(context, batch)
    return viewBatch(context, { ...batch, ...decided })
  })
}
