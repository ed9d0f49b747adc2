import type { Updateable } from 'kysely'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { Move } from './move-report.ts'
import { showPhotos } from './report-photos.ts'
import type { ReportsWorld } from './report-reference.ts'
import { isHidden } from './rules/public-view.ts'
import { addClosure, endPause } from './store/report-history.server.ts'
import type { ClosureRow, ReportRow } from './store/tables.ts'

type Closure = Pick<ClosureRow, 'ending'> & Partial<Pick<ClosureRow, 'reason' | 'text' | 'go_to'>>

/** Leaves the closure of a report (who, when, why) and stops its clocks; what strangers must not see any more goes. */
export async function endReport(
  context: Context<ReportsWorld>,
  move: Pick<Move, 'report' | 'category' | 'now' | 'to'>,
  closure: Closure,
): Promise<Updateable<ReportRow>> {
  allow(context, 'anyone')
  const { report, category, now, to } = move
  await addClosure(context.db, {
    id: context.newId(),
    report_id: report.id,
    closed_by: context.actor.personId,
    closed_at: now,
    ...closure,
  })
  if (report.paused_at !== null) await endPause(context.db, report.id, now)
  const hidden = isHidden(to)
  if (hidden) await showPhotos(context, { ...report, status: to }, category)
  return {
    closed_as: closure.ending,
    accept_due_at: null,
    paused_at: null,
    ...(hidden ? { public_title: null, public_text: null, public_folded: '' } : {}),
  }
}
