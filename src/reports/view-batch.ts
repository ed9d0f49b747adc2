import { namePeople } from '#people/name-people.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { headOf } from './batch-head.ts'
import { whyRefused } from './foresee-move.ts'
import type { Bare, ReportsWorld } from './report-reference.ts'
import type { BatchLine, BatchView } from './rules/batches.ts'
import { isProvinceIntake, maySeeAtDesk } from './rules/permissions.ts'
import type { ItemOfReport } from './store/batches.server.ts'
import { readItems } from './store/batches.server.ts'
import type { BatchRow } from './store/deskwork-tables.ts'

/** A batch as officers of its agency see it. */
export async function viewBatch(context: Context<ReportsWorld>, batch: BatchRow): Promise<BatchView> {
  allow(context, 'signed-in')
  const items = await readItems(context.db, batch.id)
  const names = await namePeople(context, { ids: [batch.made_by, batch.decided_by] })
  const lines = items.map((item) => lineOf(context, item))
  return { ...headOf(context, batch, { names, count: items.length }), text: batch.said.text ?? null, lines }
}

function lineOf(context: Bare, item: ItemOfReport): BatchLine {
  const { actor } = context
  const seen = isProvinceIntake(actor) || maySeeAtDesk(actor, { agency: item.agency, reporter: false })
  const refused = item.outcome !== null && item.outcome !== 'done'
  const notUndone = item.undo !== null && item.undo !== 'done'
  const refusal = notUndone ? item.undo : refused ? item.outcome : null
  return {
    code: item.code,
    title: seen ? item.title : '',
    status: seen ? item.status : null,
    outcome: outcomeOf(item),
    refusal,
    why: whyRefused(context, refusal),
  }
}

function outcomeOf(item: ItemOfReport): BatchLine['outcome'] {
  if (item.outcome === null) return 'waits'
  if (item.outcome !== 'done') return 'refused'
  if (item.undo === null) return 'done'
  return item.undo === 'done' ? 'undone' : 'not-undone'
}
