import { isRefused } from '#platform/pure/refused.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { acceptReport } from './accept-report.ts'
import { assignReport } from './assign-report.ts'
import { replacedOf } from './batch-parts.ts'
import { closeReport } from './close-report.ts'
import { rejectReport } from './reject-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { BatchVerb } from './rules/batches.ts'
import type { MovedReport } from './rules/views.ts'
import { inSavepoint, readItems, saveItem } from './store/batches.server.ts'
import type { BatchRow, Said } from './store/deskwork-tables.ts'
import { lockReport } from './store/reports.server.ts'
import { startReport } from './start-report.ts'

type World = Context<ReportsWorld>
type Run = (context: World, code: string, said: Said) => Promise<MovedReport>

/** Each report of a batch is moved by the very action that moves one. */
const runs: Record<BatchVerb, Run> = {
  accept: (context, code) => acceptReport(context, { code }),
  assign: (context, code, said) =>
    assignReport(context, { code, agency: said.agency ?? '', ...(said.text ? { note: said.text } : {}) }),
  start: (context, code) => startReport(context, { code, mine: true }),
  close: (context, code, said) => closeReport(context, { code, ...(said.text ? { text: said.text } : {}) }),
  reject: (context, code, said) =>
    rejectReport(context, {
      code,
      reason: said.reason ?? 'not-ours',
      text: said.text ?? '',
      ...(said.goTo ? { goTo: said.goTo } : {}),
    }),
}

/** Moves the reports of a batch one by one; what is refused stays as it is, and its refusal is kept beside it. */
export async function runBatch(context: World, batch: BatchRow): Promise<void> {
  allow(context, 'signed-in')
  for (const item of await readItems(context.db, batch.id)) {
    const before = await lockReport(context.db, item.code)
    try {
      const moved = await inSavepoint(context.db, () => runs[batch.verb](context, item.code, batch.said))
      const replaced = before ? replacedOf(before) : null
      await saveItem(context.db, item, { outcome: 'done', version_after: moved.version, replaced })
    } catch (error) {
      if (!isRefused(error)) throw error
      await saveItem(context.db, item, { outcome: error.code })
    }
  }
}
