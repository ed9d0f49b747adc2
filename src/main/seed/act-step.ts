import { acceptReport } from '#reports/accept-report.ts'
import { answerReport } from '#reports/answer-report.ts'
import { approveAnswer } from '#reports/approve-answer.ts'
import { askForMore } from '#reports/ask-for-more.ts'
import { assignReport } from '#reports/assign-report.ts'
import { decideExtension } from '#reports/decide-extension.ts'
import { fileReport } from '#reports/file-report.ts'
import { giveMore } from '#reports/give-more.ts'
import { mergeReports } from '#reports/merge-reports.ts'
import { publishReport } from '#reports/publish-report.ts'
import { rateReport } from '#reports/rate-report.ts'
import { rejectReport } from '#reports/reject-report.ts'
import { reopenReport } from '#reports/reopen-report.ts'
import { requestExtension } from '#reports/request-extension.ts'
import { returnReport } from '#reports/return-report.ts'
import type { MovedReport } from '#reports/rules/views.ts'
import { startReport } from '#reports/start-report.ts'
import { withdrawReport } from '#reports/withdraw-report.ts'
import type { Context } from '#platform/context.ts'
import type { AllTables } from '../tables.ts'
import { answersFor } from './story-answers.ts'
import type { ReportStory } from './compose-reports.ts'
import type { StoryAct } from './story-steps.ts'

/** What a step needs to know of the report it is done with. */
export interface Scenery {
  readonly story: ReportStory
  readonly code: string
  /** The agency a report is passed to. */
  readonly target: string
  /** Code of the report it is merged into. */
  readonly parentCode: string
  readonly photos: string[]
}

type Doing<Verb extends StoryAct['verb']> = (
  context: Context<AllTables>,
  scenery: Scenery,
  act: Extract<StoryAct, { verb: Verb }>,
) => Promise<MovedReport>

/** One step of a story, done as the people of the province do it: by the actions. */
export async function actStep(
  context: Context<AllTables>,
  scenery: Scenery,
  act: StoryAct,
): Promise<{ agency: string }> {
  const moved = await (doings[act.verb] as Doing<StoryAct['verb']>)(context, scenery, act)
  return { agency: moved.agency.code }
}

/** The first step of every story. */
export async function actFiling(
  context: Context<AllTables>,
  story: ReportStory,
  photos: string[],
): Promise<{ code: string; receiptKey: string; agency: string }> {
  const { text, lat, lon, commune } = story
  const filed = await fileReport(context, {
    category: text.category,
    text: text.text,
    landmark: text.landmark,
    lat,
    lon,
    commune,
    photos,
    anonymous: story.citizen === null,
    answers: answersFor(text.category, story),
  })
  return { code: filed.code, receiptKey: filed.receiptKey, agency: filed.agency.code }
}

type Doings = { readonly [Verb in Exclude<StoryAct['verb'], 'file'>]: Doing<Verb> }

const doings: Doings & { readonly file: Doing<'file'> } = {
  file: () => Promise.reject(new Error('a story is filed once')),
  accept: (context, { code }) => acceptReport(context, { code }),
  assign: (context, { code, target }, { note }) => assignReport(context, { code, agency: target, note }),
  start: (context, { code }) => startReport(context, { code, mine: true }),
  reject: (context, { code }, { reason, text, goTo }) => rejectReport(context, { code, reason, text, goTo }),
  merge: (context, { code, parentCode }) => mergeReports(context, { code, into: parentCode }),
  'ask-for-more': (context, { code }, { text }) => askForMore(context, { code, text }),
  'give-more': (context, { code }, { text }) => giveMore(context, { code, text, photos: [] }),
  return: (context, { code }, { text }) => returnReport(context, { code, text }),
  'request-extension': (context, { code }, { workingDays, text }) =>
    requestExtension(context, { code, workingDays, text }),
  'decide-extension': (context, { code }, { approved, text }) =>
    decideExtension(context, { code, approved, text }),
  answer: (context, { code, photos }, { ending, text }) =>
    answerReport(context, { code, ending, text, photos }),
  'approve-answer': (context, { code }) => approveAnswer(context, { code, approved: true }),
  publish: (context, { code, story }) => publishReport(context, { code, text: story.text.text }),
  rate: (context, { code }, { stars, text }) => rateReport(context, { code, stars, text }),
  reopen: (context, { code }, { text }) => reopenReport(context, { code, text, photos: [] }),
  withdraw: (context, { code }, { text }) => withdrawReport(context, { code, text }),
}
