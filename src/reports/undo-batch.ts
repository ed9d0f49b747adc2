import type { z } from 'zod'
import { isRefused } from '#platform/pure/refused.ts'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { movedAt } from './batch-head.ts'
import { restoredFrom } from './batch-parts.ts'
import { moveReport } from './move-report.ts'
import { showPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { BatchView, undoBatchInput } from './rules/batches.ts'
import { mayUndo } from './rules/batches.ts'
import { refuse } from './rules/refusals.ts'
import type { ItemOfReport } from './store/batches.server.ts'
import { inSavepoint, lockBatch, readItems, saveBatch, saveItem } from './store/batches.server.ts'
import { viewBatch } from './view-batch.ts'

type World = Context<ReportsWorld>

/**
 * Who moved a batch takes it back within some minutes. Every report that nobody touched since returns to where it was,
 * by a move of its own that stands in its timeline and is told to its reporter. Refuses batch-not-found, not-permitted
 * and undo-too-late.
 */
export async function undoBatch(context: World, input: z.output<typeof undoBatchInput>): Promise<BatchView> {
  allow(context, 'signed-in')
  return inTransaction(context, async (context) => {
    const batch = await lockBatch(context.db, input.id)
    const { personId } = context.actor
    const own = batch && personId !== null && (batch.decided_by ?? batch.made_by) === personId
    if (!batch || !own) throw refuse('batch-not-found')
    const { verb, state } = batch
    const movedAtMs = movedAt(batch).epochMilliseconds
    if (!mayUndo({ verb, state, movedAtMs }, context.now().epochMilliseconds)) throw refuse('undo-too-late')
    for (const item of await readItems(context.db, batch.id))
      if (item.outcome === 'done') await undoOne(context, item)
    const undone = { state: 'undone' as const, undone_by: personId, undone_at: context.now() }
    await saveBatch(context.db, batch.id, undone)
    return viewBatch(context, { ...batch, ...undone })
  })
}

async function undoOne(context: World, item: ItemOfReport): Promise<void> {
  try {
    await inSavepoint(context.db, () => takeBack(context, item))
    await saveItem(context.db, item, { undo: 'done' })
  } catch (error) {
    if (!isRefused(error)) throw error
    await saveItem(context.db, item, { undo: error.code })
  }
}

async function takeBack(context: World, item: ItemOfReport): Promise<void> {
  const version = item.version_after ?? -1
  const asked = { code: item.code, verb: 'take-back', version } as const
  await moveReport(context, asked, async (context, { report, category }) => {
    const set = restoredFrom(item.replaced ?? {})
    await showPhotos(context, { ...report, ...set }, category)
    return {
      set,
      steps: [{ step: 'taken-back' }],
      tell: (report) => [reportEvent('report-taken-back', report)],
    }
  })
}
