import { isoInProvince } from '#platform/pure/time.ts'
import type { Bare } from './report-reference.ts'
import type { BatchCard } from './rules/batches.ts'
import { mayUndo, undoMinutes } from './rules/batches.ts'
import type { BatchRow } from './store/deskwork-tables.ts'

/** Those who may decide about a batch: another person of its agency who sorts or approves. */
export function mayDecideBatch(context: Bare, batch: BatchRow): boolean {
  const { actor } = context
  const decides = actor.permissions.has('intake-reports') || actor.permissions.has('approve-reports')
  const other = actor.personId !== null && actor.personId !== batch.made_by
  return batch.state === 'waiting' && decides && other && actor.agency === batch.agency
}

/** When the reports of a batch were moved. */
export function movedAt(batch: BatchRow): Temporal.Instant {
  return batch.decided_at ?? batch.made_at
}

/** What a list shows of a batch. */
export function headOf(
  context: Bare,
  batch: BatchRow,
  more: { names: ReadonlyMap<string, string>; count: number },
): BatchCard {
  const moved = movedAt(batch)
  const open = mayUndo(
    { verb: batch.verb, state: batch.state, movedAtMs: moved.epochMilliseconds },
    context.now().epochMilliseconds,
  )
  const nameOf = (id: string | null) => (id === null ? null : (more.names.get(id) ?? null))
  return {
    id: batch.id,
    verb: batch.verb,
    state: batch.state,
    madeAt: isoInProvince(batch.made_at),
    madeBy: nameOf(batch.made_by),
    decidedBy: nameOf(batch.decided_by),
    count: more.count,
    mayDecide: mayDecideBatch(context, batch),
    undoUntil: open ? isoInProvince(moved.add({ minutes: undoMinutes })) : null,
  }
}
