import type { RequestEvent } from '@sveltejs/kit'
import { m } from '#design/messages/messages.js'
import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { stringsOf } from '#platform/pages/form-action.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { limitAsking } from '#platform/rate-limit/limit-write.ts'
import { listCategories } from '#reports/list-categories.ts'
import { proposeForReport } from '#reports/propose-for-report.ts'
import { soundsLikeDanger } from '#reports/rules/danger.ts'
import { stronglyAlike } from '#reports/rules/look-alikes.ts'
import { proposeInput } from '#reports/rules/proposal-inputs.ts'
import type { LookAlike, ProposalsView } from '#reports/rules/proposal-views.ts'
import type { Filing, FilingProblem } from './read-filing.ts'
import { textOf } from './read-filing.ts'

/** What is proposed for a filing that was sent; null where its words or its place cannot be read yet. */
export async function proposalsOf(event: RequestEvent, { form }: Filing): Promise<ProposalsView | null> {
  const typed = stringsOf(form)
  const names = Object.keys(proposeInput.shape)
  const ours = Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)))
  const parsed = proposeInput.safeParse(decodeStrings(proposeInput, ours))
  if (!parsed.success) return null
  const { context, address } = event.locals
  try {
    await limitAsking(context, address)
    return await proposeForReport(context, parsed.data)
  } catch (error) {
    // Proposals are a help; whoever has asked for too many sends without them.
    if (isRefused(error)) return null
    throw error
  }
}

/**
 * What has to be seen once before a report is sent: the numbers to call where it is danger, by its words or its field;
 * where complaints and denunciations go; and a report that is very much like it. Whoever saw it sends again.
 */
export async function interruptionOf(
  event: RequestEvent,
  filing: Filing,
  proposals: ProposalsView | null,
): Promise<Partial<FilingProblem> | null> {
  const stop = (message: string, more: Partial<FilingProblem> = {}) => ({
    ...more,
    errors: [{ path: '', message }],
  })
  if (!filing.dangerSeen) {
    if (soundsLikeDanger(textOf(filing.form, 'text'))) {
      return stop(m.reports_new_danger_sent(), { danger: true })
    }
    if (await isUrgent(event, textOf(filing.form, 'category'))) {
      return stop(m.reports_new_danger_category(), { danger: true })
    }
  }
  if (!filing.elsewhereSeen && proposals?.elsewhere) return stop(m.reports_elsewhere_sent())
  const near = (other: LookAlike) => stronglyAlike(other, textOf(filing.form, 'commune'))
  if (!filing.proposalsSeen && proposals?.duplicates.some(near)) {
    return stop(m.reports_proposals_sent())
  }
  return null
}

async function isUrgent(event: RequestEvent, code: string): Promise<boolean> {
  const { items } = await listCategories(event.locals.context)
  return items.some((category) => category.code === code && category.urgency === 'urgent')
}
