import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import type { BatchEvent } from './deskwork.events.ts'
import { queueOf } from './queue-of.ts'
import type { ReportsWorld } from './report-reference.ts'
import { agencyOf, referenceOf } from './report-reference.ts'
import type { BatchView, MakeBatch } from './rules/batches.ts'
import { needsSecondPerson } from './rules/batches.ts'
import { maySeeAtDesk } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import { runBatch } from './run-batch.ts'
import { insertBatch, readReportsByCodes } from './store/batches.server.ts'
import type { BatchRow } from './store/deskwork-tables.ts'
import { viewBatch } from './view-batch.ts'

/**
 * An officer moves several reports at once; each goes or refuses by itself. To end more than one, a second person of the
 * agency decides first. Refuses report-not-found, not-your-report and agency-unknown for the whole batch.
 */
export async function makeBatch(context: Context<ReportsWorld>, input: MakeBatch): Promise<BatchView> {
  allow(context, 'signed-in')
  const { agency: own } = queueOf(context)
  return inTransaction(context, async (context) => {
    if (input.agency !== undefined) agencyOf(await referenceOf(context), input.agency)
    const codes = [...new Set(input.codes.map((code) => readReportCode(code) ?? ''))]
    const reports = await readReportsByCodes(context.db, codes)
    if (reports.length < codes.length) throw refuse('report-not-found')
    if (!reports.every(({ agency }) => maySeeAtDesk(context.actor, { agency, reporter: false })))
      throw refuse('not-your-report')
    const waits = needsSecondPerson(input.verb, reports.length)
    const { agency, text, reason, goTo } = input
    const batch: BatchRow = {
      id: context.newId(),
      agency: context.actor.agency ?? own ?? '',
      verb: input.verb,
      said: { agency, text, reason, goTo },
      state: waits ? 'waiting' : 'done',
      made_by: context.actor.personId,
      made_at: context.now(),
      ...{ decided_by: null, decided_at: null, undone_by: null, undone_at: null },
    }
    await insertBatch(
      context.db,
      batch,
      reports.map(({ id }) => id),
    )
    if (!waits) await runBatch(context, batch)
    const event: BatchEvent = { kind: 'desk-batch-made', agency: batch.agency }
    await announce(context, event)
    return viewBatch(context, batch)
  })
}
