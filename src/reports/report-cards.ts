import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince, isoInProvinceOrNull } from '#platform/pure/time.ts'
import { arePublic, photosOf } from './report-photos.ts'
import type { Bare, Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfAgency, nameOfCategory, nameOfCommune, referenceOf } from './report-reference.ts'
import type { View } from './rules/public-view.ts'
import { groupOf } from './rules/status.ts'
import type { QueueCard, ReportCard } from './rules/views.ts'
import type { ReportRow } from './store/tables.ts'
import { isLate, wordsOf } from './report-words.ts'

/** The lines of a list, each with one small picture where this view may see it. */
export async function cardsOf(
  context: Context<ReportsWorld>,
  rows: readonly ReportRow[],
  view: View,
): Promise<ReportCard[]> {
  allow(context, 'anyone')
  const reference = await referenceOf(context)
  const seen = rows.filter((row) => view !== 'public' || arePublic(row, categoryOf(reference, row.category)))
  const photos = await photosOf(
    context,
    'before',
    seen.map((row) => row.id),
  )
  const pictureOf = (row: ReportRow) => photos.get(row.id)?.[0]?.smallUrl ?? null
  return rows.map((row) => ({ ...cardOf(context, reference, { row, view }), photo: pictureOf(row) }))
}

function cardOf(
  context: Bare,
  reference: Reference,
  { row, view }: { row: ReportRow; view: View },
): Omit<ReportCard, 'photo'> {
  const category = categoryOf(reference, row.category)
  const { title, place } = wordsOf(context, { report: row, view }, category)
  return {
    code: row.code,
    status: row.status,
    group: groupOf(row.status),
    category: nameOfCategory(category, context.language),
    commune: nameOfCommune(reference, row.commune_code),
    agency: nameOfAgency(reference, row.agency, context.language),
    title,
    place,
    filedAt: isoInProvince(row.filed_at),
    dueAt: isoInProvinceOrNull(row.due_at),
    late: isLate(row, context.now()),
    answeredAt: isoInProvinceOrNull(row.answered_at),
    stars: row.stars,
  }
}

/** The lines of the desk's queue. */
export async function queueCardsOf(
  context: Context<ReportsWorld>,
  rows: readonly ReportRow[],
): Promise<QueueCard[]> {
  allow(context, 'anyone')
  const cards = await cardsOf(context, rows, 'desk')
  return cards.map((card, at) => {
    const row = rows[at] as ReportRow
    return {
      ...card,
      urgency: row.urgency,
      acceptDueAt: isoInProvinceOrNull(row.accept_due_at),
      paused: row.paused_at !== null,
      handler: row.handler,
      mine: row.handler !== null && row.handler === context.actor.personId,
      clockUsedPercent: clockUsed(row, context.now()),
    }
  })
}

/** How much of the time to the deadline is gone, 0 to 100; where the clock stands still, at the moment it stopped. */
function clockUsed(row: ReportRow, now: Temporal.Instant): number | null {
  if (row.due_at === null) return null
  const [from, to] = [row.clock_from.epochMilliseconds, row.due_at.epochMilliseconds]
  const at = (row.paused_at ?? now).epochMilliseconds
  return Math.round(Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from))) * 100)
}
