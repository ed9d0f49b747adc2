import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { BatchView, findBatchInput } from './rules/batches.ts'
import { mayWorkAtDesk } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readBatch } from './store/batches.server.ts'
import { viewBatch } from './view-batch.ts'

/** A batch of the own agency: what became of each report. Refuses batch-not-found. */
export async function findBatch(
  context: Context<ReportsWorld>,
  input: z.output<typeof findBatchInput>,
): Promise<BatchView> {
  allow(context, 'signed-in')
  const batch = await readBatch(context.db, input.id)
  const own = batch?.agency === context.actor.agency && mayWorkAtDesk(context.actor)
  if (!batch || !own) throw refuse('batch-not-found')
  return viewBatch(context, batch)
}
