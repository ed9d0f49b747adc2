import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { Change, Move } from './move-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import { readMergedInto } from './store/reports.server.ts'
import type { ReportRow } from './store/tables.ts'

/** What an answer that counts changes: the clocks stop and the reopening window begins. */
export function answered({ now }: Pick<Move, 'now'>): Pick<Change, 'set' | 'steps'> {
  return {
    set: {
      answered_at: now,
      accept_due_at: null,
      answer_proposed: false,
      extension_asked: false,
      stars: null,
    },
    steps: [{ step: 'answered' }],
  }
}

/** The answer is told to the reporter, and to those whose reports were merged into this one. */
export async function tellAnswered(
  context: Context<ReportsWorld>,
  report: ReportRow,
): Promise<Change['tell']> {
  allow(context, 'anyone')
  const merged = await readMergedInto(context.db, report.id)
  return (changed) => [
    reportEvent('report-answered', changed),
    ...merged.map((child) => reportEvent('report-answered', child, changed.code)),
  ]
}
