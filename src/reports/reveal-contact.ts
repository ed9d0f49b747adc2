import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { findPerson } from '#people/find-person.ts'
import { lineOf } from './timeline-line.ts'
import type { ReportsWorld } from './report-reference.ts'
import { reportEvent } from './reports.events.ts'
import type { revealContactInput } from './rules/inputs.ts'
import { mayRevealContact } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'
import type { RevealedContact } from './rules/views.ts'
import { addContactReveal, addToTimeline } from './store/report-history.server.ts'
import { lockReport } from './store/reports.server.ts'
import type { ReportRow } from './store/tables.ts'

/**
 * Opens the sealed name and phone number of a reporter for an officer who says why. It is logged for ever, stands in the
 * timeline and the reporter is told. Refuses not-permitted, not-your-report and no-contact-known.
 */
export async function revealContact(
  context: Context<ReportsWorld>,
  input: z.output<typeof revealContactInput>,
): Promise<RevealedContact> {
  allow(context, 'see-report-contacts')
  const code = readReportCode(input.code)
  if (code === null) throw refuse('report-code-wrong')
  return inTransaction(context, async (context) => {
    const report = await lockReport(context.db, code)
    if (!report) throw refuse('report-not-found')
    if (!mayRevealContact(context.actor, { agency: report.agency, reporter: false }))
      throw refuse('not-your-report')
    const contact = await contactOf(context, report)
    await addContactReveal(context.db, {
      id: context.newId(),
      report_id: report.id,
      person_id: context.actor.personId ?? '',
      agency: context.actor.agency,
      reason: input.reason,
      revealed_at: context.now(),
    })
    const line = { step: 'contact-revealed', text: input.reason } as const
    await addToTimeline(context.db, [lineOf(context, { report, now: context.now(), part: 'agency' }, line)])
    await announce(context, reportEvent('report-contact-revealed', report))
    return contact
  })
}

async function contactOf(context: Context<ReportsWorld>, report: ReportRow): Promise<RevealedContact> {
  if (report.reporter_kind === 'guest') return { name: report.guest_name, phone: report.guest_phone }
  if (report.reporter_id === null) throw refuse('no-contact-known')
  const person = await findPerson(context, { id: report.reporter_id })
  return { name: person.name, phone: person.phone }
}
