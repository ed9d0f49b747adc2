import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { provinceZone } from '#platform/pure/time.ts'
import { reportAtDesk } from './report-at-desk.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfAgency, nameOfCommune, referenceOf } from './report-reference.ts'
import type { fillRepliesInput } from './rules/deskwork-inputs.ts'
import type { FilledReply } from './rules/deskwork-views.ts'
import type { ReplyValues } from './rules/replies.ts'
import { fillReply } from './rules/replies.ts'
import { readFittingReplies } from './store/replies.server.ts'
import type { ReportRow } from './store/tables.ts'

/**
 * The ready-made replies that fit a report (its agency or the province, its category or any), with its own code, place
 * and date in them. They are in Vietnamese, the language of the answer. Refuses not-your-report.
 */
export async function fillReplies(
  context: Context<ReportsWorld>,
  input: z.output<typeof fillRepliesInput>,
): Promise<{ items: FilledReply[]; nextCursor: null }> {
  allow(context, 'signed-in')
  const report = await reportAtDesk(context, input.code)
  const { agency, category } = report
  const rows = await readFittingReplies(context.db, { agency, category, verb: input.verb })
  const values = await valuesOf(context, report)
  return {
    items: rows.map(({ id, verb, title, body }) => ({ id, verb, title, text: fillReply(body, values) })),
    nextCursor: null,
  }
}

async function valuesOf(context: Context<ReportsWorld>, report: ReportRow): Promise<ReplyValues> {
  const reference = await referenceOf(context)
  return {
    code: report.code,
    title: report.title,
    category: categoryOf(reference, report.category).vi,
    commune: nameOfCommune(reference, report.commune_code).name,
    agency: nameOfAgency(reference, report.agency).name,
    // A report without a deadline has no date to promise.
    dueDate: report.due_at === null ? '—' : dateOf(report.due_at),
    today: dateOf(context.now()),
  }
}

/** 30/11/2026, as dates are written in letters here. */
function dateOf(instant: Temporal.Instant): string {
  const { day, month, year } = instant.toZonedDateTimeISO(provinceZone)
  return [day, month].map((part) => String(part).padStart(2, '0')).join('/') + `/${year}`
}
