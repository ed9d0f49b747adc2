import { foldText } from '#platform/pure/fold-text.ts'
import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { isoInProvinceOrNull } from '#platform/pure/time.ts'
import { stepClock, workClock } from './clocks.ts'
import { publicFields } from './public-fields.ts'
import { hashReceipt, receiptBytes, writeReceipt } from './receipts.ts'
import { attachPhotos } from './report-photos.ts'
import { findPlace } from './report-place.ts'
import type { Bare, Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, hourInProvince, nameOfAgency, referenceOf } from './report-reference.ts'
import type { Reporter } from './report-reporter.ts'
import { findReporter } from './report-reporter.ts'
import type { TakenAnswers } from './take-answers.ts'
import { takeAnswers } from './take-answers.ts'
import { reportEvent } from './reports.events.ts'
import { soundsLikeDanger } from './rules/danger.ts'
import { elsewhereOf } from './rules/elsewhere.ts'
import type { FileReport } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'
import { codeBytes, makeReportCode } from './rules/report-code.ts'
import { firstAgency, urgencyAt } from './rules/routing.ts'
import { titleOf } from './rules/title.ts'
import type { FiledReport } from './rules/views.ts'
import { insertAnswers } from './store/questions.server.ts'
import { insertReport } from './store/reports.server.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

/** Who is known to have told it and by which way it came, where it did not come by our own pages. */
export interface Entering {
  readonly channel: string
  readonly reporter: Reporter
}

/**
 * A citizen reports a problem: it gets a code, goes to the agency that answers for its commune and category, and a
 * deadline in working time. The receipt key is told this once; only its hash is kept. Refuses category-not-found,
 * commune-unknown, outside-province, contact-needed, category-needs-name, answer-stops, state-secret-words,
 * input-invalid at an answer, file-not-found and photo-not-picture.
 */
export async function fileReport(
  context: Context<ReportsWorld>,
  input: FileReport,
  entering?: Entering,
): Promise<FiledReport> {
  allow(context, 'anyone')
  return inTransaction(context, async (context) => {
    const reference = await referenceOf(context)
    const category = categoryOf(reference, input.category)
    const taken = takeAnswers(context, reference, input)
    if (elsewhereOf(input.text) === 'state-secret') {
      throw refuse('state-secret-words', { errors: [{ path: 'text', message: 'state-secret-words' }] })
    }
    const reporter = entering?.reporter ?? (await findReporter(context, input, category))
    const place = await findPlace(context, reference, input)
    const receiptKey = writeReceipt(context.randomBytes(receiptBytes))
    const draft = draftOf(context, { input, category, reference, commune: place, taken })
    const filed = { ...draft, ...reporter, receipt_key_hash: hashReceipt(receiptKey), ...cameBy(entering) }
    const report = await insertWithCode(context, filed)
    if (Object.keys(taken.answers).length > 0) await insertAnswers(context.db, answersOf(report, taken))
    await attachPhotos(context, { ids: input.photos, kind: 'before', ownerId: report.id, isPublic: false })
    await announce(context, reportEvent('report-filed', report))
    return {
      code: report.code,
      status: report.status,
      commune: { code: place.code, name: place.name },
      agency: nameOfAgency(reference, report.agency),
      dueAt: isoInProvinceOrNull(report.due_at),
      receiptKey,
      danger: report.danger,
    }
  })
}

function answersOf(report: ReportRow, { version, answers }: TakenAnswers) {
  return { report_id: report.id, category: report.category, version, answers }
}

function cameBy(entering: Entering | undefined): { channel?: string } {
  return entering ? { channel: entering.channel } : {}
}

type Draft = Omit<
  ReportRow,
  'code' | 'reporter_kind' | 'reporter_id' | 'guest_phone' | 'guest_name' | 'receipt_key_hash'
>

function draftOf(
  context: Bare,
  filing: {
    input: FileReport
    category: CategoryRow
    reference: Reference
    commune: { readonly code: string; readonly system: string }
    taken: TakenAnswers
  },
): Draft {
  const { input, category, reference, commune } = filing
  const now = context.now()
  const words = { title: titleOf(input.text), text: input.text, landmark: input.landmark ?? null }
  const place = { lat: input.lat ?? null, lon: input.lon ?? null }
  const routed = {
    id: context.newId(),
    category: category.code,
    urgency: urgencyAt(category.urgency, hourInProvince(now)),
    agency: firstAgency(
      { firstLine: category.first_line, lead: category.lead },
      commune.code,
      reference.agencies,
    ),
    step_from: now,
    clock_from: now,
    extended_days: 0,
  }
  return {
    ...words,
    ...place,
    ...routed,
    ...publicFields({ ...words, ...place, published_at: null }, category),
    ...stepClock(reference, routed, { kind: 'accept' }),
    ...workClock(reference, routed),
    ...untouched,
    folded: foldText([input.text, words.landmark ?? ''].join(' ')),
    danger: soundsLikeDanger(input.text) || filing.taken.danger,
    commune_code: commune.code,
    commune_system: commune.system,
    filed_at: now,
    updated_at: now,
  }
}

/** What is so of every report that was just filed. */
const untouched = {
  version: 1,
  status: 'submitted',
  status_before: null,
  published_at: null,
  accepted_at: null,
  handler: null,
  channel: 'app',
  paused_at: null,
  extended: false,
  returns: 0,
  questions: 0,
  reopenings: 0,
  extension_asked: false,
  answer_proposed: false,
  answered_at: null,
  stars: null,
  closed_as: null,
  merged_into: null,
  escalated_at: null,
} as const

const mostTries = 5

/** Codes are made by chance; one that is taken is made again. */
async function insertWithCode(
  context: Context<ReportsWorld>,
  filed: Omit<ReportRow, 'code'>,
): Promise<ReportRow> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const report = { ...filed, code: makeReportCode(context.randomBytes(codeBytes)) }
    const line = { id: context.newId(), at: report.filed_at, until_at: report.due_at }
    if (await insertReport(context.db, report, line)) return report
  }
  throw new Error('no free report code was found')
}
