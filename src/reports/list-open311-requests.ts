import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince, isoInProvinceOrNull } from '#platform/pure/time.ts'
import { arePublic, photosOf } from './report-photos.ts'
import type { Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfAgency, nameOfCategory, nameOfCommune, referenceOf } from './report-reference.ts'
import { wordsOf } from './report-words.ts'
import { maskPersonal } from './rules/mask-personal.ts'
import type { RequestQuery } from './rules/open311/query.ts'
import { statusOfStep, toldSteps } from './rules/open311/status-words.ts'
import type { PublicRequest } from './rules/open311/views.ts'
import { isHidden, seesStep, textOfStep } from './rules/public-view.ts'
import { groupOf } from './rules/status.ts'
import { readCountingAnswers, readTimelines, searchRequests } from './store/open311.server.ts'
import type { AnswerRow, CategoryRow, ReportRow, TimelineRow } from './store/tables.ts'

/** What people have reported, as everybody may see it, in the way Open311 asks for it. */
export async function listOpen311Requests(
  context: Context<ReportsWorld>,
  query: RequestQuery,
): Promise<PublicRequest[]> {
  allow(context, 'anyone')
  const reference = await referenceOf(context)
  const rows = await searchRequests(context.db, { ...query, categoryCodes: categoriesOf(reference, query) })
  const ids = rows.map((row) => row.id)
  const answers = await readCountingAnswers(context.db, ids)
  const timelines = query.extended ? await readTimelines(context.db, ids, toldSteps) : []
  const shown = rows.filter((row) => arePublic(row, categoryOf(reference, row.category)))
  const photos = await photosOf(
    context,
    'before',
    shown.map((row) => row.id),
  )
  const { publicUrl } = context.outside.settings
  return rows.map((row) => {
    const category = categoryOf(reference, row.category)
    return {
      ...headOf(context, row, reference),
      answer: answerSeen(row, answers.get(row.id), category),
      media: (photos.get(row.id) ?? []).map((photo) => publicUrl + photo.url),
      notes: timelines
        .filter((entry) => entry.report_id === row.id && seesStep('public', entry.step))
        .map((entry) => noteOf(entry, { row, category, answer: answers.get(row.id) })),
    }
  })
}

/** Categories asked for by code and by group; one that is nowhere finds nothing. */
function categoriesOf(reference: Reference, query: RequestQuery): string[] | null {
  const { categories, groups } = query
  if (categories === null && groups === null) return null
  return [...reference.categories.values()]
    .filter((row) => categories === null || categories.includes(row.code))
    .filter((row) => groups === null || groups.includes(row.group_code))
    .map((row) => row.code)
}

function headOf(context: Context<ReportsWorld>, row: ReportRow, reference: Reference) {
  const category = categoryOf(reference, row.category)
  const words = wordsOf(context, { report: row, view: 'public' }, category)
  return {
    ...words,
    code: row.code,
    open: groupOf(row.status) === 'open',
    service: nameOfCategory(category, context.language),
    agency: nameOfAgency(reference, row.agency, context.language).name,
    filedAt: isoInProvince(row.filed_at),
    updatedAt: isoInProvince(row.updated_at),
    dueAt: isoInProvinceOrNull(row.due_at),
    commune: nameOfCommune(reference, row.commune_code),
    group: category.group_code,
    status: row.status,
  }
}

function answerSeen(row: ReportRow, answer: AnswerRow | undefined, category: CategoryRow): string | null {
  if (!answer || isHidden(row.status)) return null
  if (category.confidential && row.published_at === null) return null
  return maskPersonal(answer.text)
}

function noteOf(
  entry: TimelineRow,
  { row, category, answer }: { row: ReportRow; category: CategoryRow; answer: AnswerRow | undefined },
): PublicRequest['notes'][number] {
  return {
    at: isoInProvince(entry.at),
    status: statusOfStep(entry.step, answer?.ending ?? null),
    text: isHidden(row.status) ? null : textOfStep('public', entry, category.confidential),
  }
}
