import { stranger } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { giveMore } from './give-more.ts'
import { openReceipt } from './open311-keys.ts'
import { reopenReport } from './reopen-report.ts'
import type { ReportsWorld } from './report-reference.ts'
import { giveMoreInput, reopenReportInput, withdrawReportInput } from './rules/inputs.ts'
import { wrong } from './rules/open311/query.ts'
import type { UpdateStatus } from './rules/open311/status-words.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import type { Status } from './rules/status.ts'
import { keepUpdate, readFilingOf } from './store/open311.server.ts'
import { withdrawReport } from './withdraw-report.ts'

export interface TakenUpdate {
  readonly keyId: string
  readonly code: string
  readonly outsideId: string | null
  readonly status: UpdateStatus
  readonly text: string
}

/**
 * A partner says something of a report it filed, for its reporter: gives what was asked for, takes the report back
 * (CANCELLED) or says it is not done (REOPEN, or OPEN after an answer). Whatever else it says is kept beside the report.
 * The same update id is taken once. Refuses report-not-found for the reports of others, and what these verbs refuse.
 */
export async function takeOpen311Update(
  context: Context<ReportsWorld>,
  input: TakenUpdate,
): Promise<{ id: string }> {
  allow(context, 'anyone')
  return inTransaction(context, async (context) => {
    const code = readReportCode(input.code)
    const filing = code === null ? undefined : await readFilingOf(context.db, { code, keyId: input.keyId })
    if (!filing || code === null) throw refuse('report-not-found')
    const id = context.newId()
    const kept = await keepUpdate(context.db, {
      id,
      report_id: filing.report_id,
      key_id: input.keyId,
      outside_id: input.outsideId ?? id,
      status: input.status,
      text: input.text || null,
      received_at: context.now(),
    })
    if (kept.fresh) {
      const receipt = openReceipt(context.outside.settings.secret, filing.report_id, filing.receipt)
      const reporter = { ...context, actor: stranger([receipt]) }
      await moveFor(reporter, filing.status, { code, status: input.status, text: input.text })
    }
    return { id: kept.id }
  })
}

async function moveFor(
  context: Context<ReportsWorld>,
  status: Status,
  said: { readonly code: string; readonly status: UpdateStatus; readonly text: string },
): Promise<void> {
  const { code, text } = said
  const done = status === 'answered' || status === 'closed'
  if (said.status === 'CANCELLED') {
    await withdrawReport(context, read(withdrawReportInput, text === '' ? { code } : { code, text }))
  } else if (said.status === 'REOPEN' || (said.status === 'OPEN' && done)) {
    await reopenReport(context, read(reopenReportInput, { code, text, photos: [] }))
  } else if (status === 'need_info') {
    await giveMore(context, read(giveMoreInput, { code, text, photos: [] }))
  }
}

function read<Output>(
  schema: { safeParse(value: unknown): { success: true; data: Output } | { success: false } },
  value: object,
): Output {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw wrong('description')
  return parsed.data
}
