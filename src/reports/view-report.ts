import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince, isoInProvinceOrNull } from '#platform/pure/time.ts'
import { factsOf } from './report-facts.ts'
import { arePublic, photosOf } from './report-photos.ts'
import type { Bare, Reference, ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfAgency, nameOfCategory, nameOfCommune } from './report-reference.ts'
import { answersSeen } from './report-answers.ts'
import { isLate, wordsOf } from './report-words.ts'
import { openVerbs, reopenUntilMs } from './rules/moves.ts'
import { maskPersonal } from './rules/mask-personal.ts'
import type { Ownership } from './rules/permissions.ts'
import { mayRevealContact, partsOf } from './rules/permissions.ts'
import type { View } from './rules/public-view.ts'
import { isHidden, seesStep, textOfStep } from './rules/public-view.ts'
import { groupOf } from './rules/status.ts'
import type { DeskPart, PhotoView, ReportView, TimelineEntryView } from './rules/views.ts'
import {
  readAnswers,
  readClosure,
  readPauses,
  readTimeline,
  readWaitingExtension,
} from './store/report-history.server.ts'
import { readCodeById } from './store/reports.server.ts'
import type { AnswerRow, CategoryRow, ReportRow, TimelineRow } from './store/tables.ts'

/** Who looks at which report. */
export interface Looking {
  readonly report: ReportRow
  readonly reference: Reference
  readonly ownership: Ownership
  readonly view: View
}

/** Everything a page shows of one report, no more than this view may see. */
export async function viewReport(context: Context<ReportsWorld>, looking: Looking): Promise<ReportView> {
  allow(context, 'anyone')
  const { report, reference, view } = looking
  const category = categoryOf(reference, report.category)
  const timeline = await readTimeline(context.db, report.id)
  const answers = report.accepted_at === null ? [] : await readAnswers(context.db, report.id)
  const parts = partsOf(context.actor, looking.ownership)
  const nowMs = context.now().epochMilliseconds
  return {
    view,
    ...headOf(context, looking, category),
    ...wordsOf(context, looking, category),
    answers: await answersSeen(context, looking, category),
    photos: await photosSeen(context, looking, category),
    answer: await answerOf(context, looking, { answers, category }),
    rejection: await rejectionOf(context, looking),
    mergedInto: report.merged_into === null ? null : await readCodeById(context.db, report.merged_into),
    timeline: timeline
      .filter((entry) => seesStep(view, entry.step))
      .map((entry) => entryOf(entry, looking, category)),
    // Only the batch that moved a report knows where to take it back to.
    may: openVerbs(factsOf(report), { parts, nowMs }).filter((verb) => verb !== 'take-back'),
    own: looking.ownership.reporter ? ownPart(looking, timeline) : null,
    desk: view === 'desk' ? await deskPart(context, looking, { timeline, answers }) : null,
  }
}

function headOf(context: Bare, { report, reference }: Looking, category: CategoryRow) {
  return {
    code: report.code,
    status: report.status,
    group: groupOf(report.status),
    category: {
      ...nameOfCategory(category, context.language),
      group: category.group_code,
      confidential: category.confidential,
      needsProof: category.needs_proof,
    },
    commune: nameOfCommune(reference, report.commune_code),
    agency: nameOfAgency(reference, report.agency, context.language),
    filedAt: isoInProvince(report.filed_at),
    updatedAt: isoInProvince(report.updated_at),
    dueAt: isoInProvinceOrNull(report.due_at),
    late: isLate(report, context.now()),
    paused: report.paused_at !== null,
    extended: report.extended,
    published: report.published_at !== null,
    stars: report.stars,
    closedAs: report.closed_as,
  }
}

async function photosSeen(
  context: Context<ReportsWorld>,
  { report, view }: Looking,
  category: CategoryRow,
): Promise<PhotoView[]> {
  if (view === 'public' && !arePublic(report, category)) return []
  return (await photosOf(context, 'before', [report.id])).get(report.id) ?? []
}

async function answerOf(
  context: Context<ReportsWorld>,
  { report, reference, view }: Looking,
  { answers, category }: { answers: readonly AnswerRow[]; category: CategoryRow },
): Promise<ReportView['answer']> {
  const answer = answers.findLast((row) => row.approved_at !== null)
  if (!answer || answer.approved_at === null || (view === 'public' && isHidden(report.status))) return null
  const kept = view === 'public' && category.confidential
  const photos = kept ? [] : ((await photosOf(context, 'after', [answer.id])).get(answer.id) ?? [])
  return {
    at: isoInProvince(answer.approved_at),
    agency: nameOfAgency(reference, answer.agency, context.language),
    ending: answer.ending,
    text: kept && report.published_at === null ? null : textSeen(view, answer.text),
    photos,
    onTime: answer.due_at === null || Temporal.Instant.compare(answer.approved_at, answer.due_at) <= 0,
  }
}

function textSeen(view: View, text: string): string {
  return view === 'public' ? maskPersonal(text) : text
}

async function rejectionOf(
  context: Context<ReportsWorld>,
  { report, view }: Looking,
): Promise<ReportView['rejection']> {
  if (report.status !== 'rejected') return null
  const closure = await readClosure(context.db, report.id)
  if (!closure) return null
  const text = view === 'public' ? null : closure.text
  return {
    reason: closure.reason as NonNullable<ReportView['rejection']>['reason'],
    text,
    goTo: closure.go_to,
  }
}

function entryOf(entry: TimelineRow, { reference, view }: Looking, category: CategoryRow): TimelineEntryView {
  return {
    at: isoInProvince(entry.at),
    step: entry.step,
    by: entry.part,
    agency: entry.agency === null ? null : nameOfAgency(reference, entry.agency),
    text: textOfStep(view, entry, category.confidential),
    toAgency: entry.to_agency === null ? null : nameOfAgency(reference, entry.to_agency),
    until: isoInProvinceOrNull(entry.until_at),
    stars: entry.stars,
    reason: entry.reason,
  }
}

function ownPart({ report }: Looking, timeline: readonly TimelineRow[]): ReportView['own'] {
  const asked = report.status === 'need_info' ? timeline.find((entry) => entry.step === 'asked') : undefined
  const until = report.answered_at === null ? null : reopenUntilMs(report.answered_at.epochMilliseconds)
  return {
    question: asked?.text ?? null,
    reopenUntil: until === null ? null : isoInProvince(Temporal.Instant.fromEpochMilliseconds(until)),
    reporter: report.reporter_kind,
  }
}

async function deskPart(
  context: Context<ReportsWorld>,
  { report, reference, ownership }: Looking,
  { timeline, answers }: { timeline: readonly TimelineRow[]; answers: readonly AnswerRow[] },
): Promise<DeskPart> {
  const pauses = report.questions > 0 ? await readPauses(context.db, report.id) : []
  const extension = report.extension_asked ? await readWaitingExtension(context.db, report.id) : undefined
  const waiting = report.answer_proposed ? answers.findLast((row) => row.approved_at === null) : undefined
  return {
    version: report.version,
    urgency: report.urgency,
    acceptDueAt: isoInProvinceOrNull(report.accept_due_at),
    pauses: pauses.map(({ from_at, to_at }) => ({
      from: isoInProvince(from_at),
      to: isoInProvinceOrNull(to_at),
    })),
    returns: report.returns,
    handler: report.handler,
    mine: report.handler !== null && report.handler === context.actor.personId,
    reporter: report.reporter_kind,
    mayRevealContact: report.reporter_kind !== 'anonymous' && mayRevealContact(context.actor, ownership),
    extension: extension
      ? {
          workingDays: extension.working_days,
          text: extension.text,
          requestedAt: isoInProvince(extension.asked_at),
        }
      : null,
    proposedAnswer: waiting ? await proposedOf(context, waiting) : null,
    notes: timeline
      .filter((entry) => entry.step === 'assigned' && entry.text !== null)
      .map(({ at, text, agency }) => ({
        at: isoInProvince(at),
        text: text ?? '',
        agency: agency === null ? null : nameOfAgency(reference, agency),
      })),
    danger: report.danger,
    channel: report.channel,
  }
}

async function proposedOf(
  context: Context<ReportsWorld>,
  answer: AnswerRow,
): Promise<DeskPart['proposedAnswer']> {
  const photos = (await photosOf(context, 'after', [answer.id])).get(answer.id) ?? []
  return { ending: answer.ending, text: answer.text, photos, proposedAt: isoInProvince(answer.proposed_at) }
}
