import { addWorkingMinutes } from '#places/rules/working-time.ts'
import type { Ending, RejectionReason, Urgency } from '#reports/rules/words.ts'
import type { Chance } from './chance.ts'
import type { ReportText, StoryWords } from './story-data.ts'
import type { Outcome } from './story-paths.ts'
import { storyCalendar } from './story-time.ts'

/** One thing somebody does with a report. Agencies are named by their part in the story. */
export type StoryAct =
  | { readonly verb: 'file' | 'accept' | 'start' | 'approve-answer' | 'publish' }
  | { readonly verb: 'assign'; readonly to: 'lead' | 'first'; readonly note: string }
  | {
      readonly verb: 'reject'
      readonly reason: RejectionReason
      readonly text: string
      readonly goTo?: string
    }
  | { readonly verb: 'merge'; readonly into: number }
  | { readonly verb: 'ask-for-more' | 'give-more' | 'return' | 'reopen' | 'withdraw'; readonly text: string }
  | { readonly verb: 'request-extension'; readonly workingDays: number; readonly text: string }
  | { readonly verb: 'decide-extension'; readonly approved: boolean; readonly text: string }
  | { readonly verb: 'answer'; readonly ending: Ending; readonly text: string; readonly afterPhoto: boolean }
  | { readonly verb: 'rate'; readonly stars: number; readonly text?: string }

export type StoryPart = 'citizen' | 'intake' | 'agency' | 'head'

export interface StoryStep {
  readonly at: Temporal.Instant
  readonly by: StoryPart
  readonly act: StoryAct
}

/** What a path is written from. */
export interface Plot {
  readonly chance: Chance
  readonly text: ReportText
  readonly words: StoryWords
  readonly urgency: Urgency
  readonly confidential: boolean
  readonly filedAt: Temporal.Instant
  readonly outcome: Outcome
}

const workMinutes: Readonly<Record<Urgency, number>> = {
  urgent: 240,
  normal: 2400,
  complex: 7200,
  none: 2400,
}

/** The deadline as the stories reckon it. */
export function allowedUntil(urgency: Urgency, filedAt: Temporal.Instant): Temporal.Instant {
  return addWorkingMinutes(storyCalendar, filedAt, workMinutes[urgency])
}

/** All steps of a report from its filing to its end, in order; the present is not looked at. */
export function composeSteps(plot: Plot): StoryStep[] {
  const pen = new Pen(plot)
  pen.write('citizen', { verb: 'file' })
  paths[plot.outcome](pen)
  return pen.steps
}

/** Writes one step after another and keeps the time. */
class Pen {
  readonly plot: Plot
  readonly steps: StoryStep[] = []
  private at: Temporal.Instant

  constructor(plot: Plot) {
    this.plot = plot
    this.at = plot.filedAt
  }

  write(by: StoryPart, act: StoryAct): this {
    this.steps.push({ at: this.at, by, act })
    return this
  }

  /** So many minutes pass, day or night. */
  wait(from: number, to: number): this {
    this.at = this.at.add({ seconds: Math.round(this.plot.chance.between(from, to) * 60) })
    return this
  }

  /** So many office minutes pass. */
  work(from: number, to: number): this {
    const later = addWorkingMinutes(storyCalendar, this.at, this.plot.chance.between(from, to))
    this.at = later.add({ seconds: this.plot.chance.whole(1, 50) })
    return this
  }

  /** Work goes on until this share of the time allowed has passed since the filing. */
  workUntil(from: number, to: number): this {
    const minutes = workMinutes[this.plot.urgency] * this.plot.chance.between(from, to)
    const until = addWorkingMinutes(storyCalendar, this.plot.filedAt, minutes)
    if (Temporal.Instant.compare(until, this.at) > 0)
      this.at = until.add({ seconds: this.plot.chance.whole(1, 50) })
    return this.work(6, 25)
  }
}

const paths: Readonly<Record<Outcome, (pen: Pen) => Pen>> = {
  waiting: (pen) => pen,
  accepted: accept,
  assigned: (pen) => assign(accept(pen)),
  returned: (pen) => giveBack(assign(accept(pen))),
  asked: (pen) => ask(pen),
  silent: (pen) => ask(pen),
  working: begin,
  late: begin,
  'extension-asked': askExtension,
  extended: extend,
  proposed: (pen) => begin(pen).workUntil(0.4, 0.8).write('agency', answerOf(pen)),
  answered: (pen) => rate(answer(begin(pen).workUntil(0.12, 0.85))),
  'answered-after-asking': (pen) => rate(answer(start(accept(give(ask(pen)))).workUntil(0.4, 0.9))),
  'answered-after-return': (pen) =>
    rate(answer(start(assignAgain(giveBack(assign(accept(pen))))).workUntil(0.4, 0.9))),
  'answered-after-extension': (pen) => rate(answer(extend(pen).workUntil(1.1, 1.6))),
  'answered-late': (pen) => rate(answer(begin(pen).workUntil(1.25, 1.9))),
  reopened: (pen) => reopen(answer(begin(pen).workUntil(0.08, 0.3))),
  'answered-again': answerAgain,
  rejected: reject,
  merged: (pen) => pen,
  withdrawn: (pen) =>
    pen.wait(20, 600).write('citizen', { verb: 'withdraw', text: pick(pen, 'withdrawals') }),
}

function accept(pen: Pen): Pen {
  const urgent = pen.plot.urgency === 'urgent'
  return pen.wait(urgent ? 4 : 12, urgent ? 25 : 170).write('intake', { verb: 'accept' })
}

function begin(pen: Pen): Pen {
  return start(pen.plot.chance.hit(0.3) ? assign(accept(pen)) : accept(pen))
}

function assign(pen: Pen): Pen {
  return pen.wait(2, 40).write('intake', { verb: 'assign', to: 'lead', note: pick(pen, 'notes') })
}

function assignAgain(pen: Pen): Pen {
  return pen.wait(8, 90).write('intake', { verb: 'assign', to: 'first', note: pick(pen, 'notes') })
}

function giveBack(pen: Pen): Pen {
  return pen.work(25, 200).write('agency', { verb: 'return', text: pick(pen, 'returns') })
}

function start(pen: Pen): Pen {
  const urgent = pen.plot.urgency === 'urgent'
  return pen.work(urgent ? 6 : 20, urgent ? 28 : 210).write('agency', { verb: 'start' })
}

function ask(pen: Pen): Pen {
  const text = pen.plot.text.ask ?? pick(pen, 'asks')
  return pen.wait(15, 150).write('intake', { verb: 'ask-for-more', text })
}

function give(pen: Pen): Pen {
  return pen.wait(60, 1500).write('citizen', { verb: 'give-more', text: pick(pen, 'given') })
}

function askExtension(pen: Pen): Pen {
  const workingDays = pen.plot.chance.whole(2, 8)
  return begin(pen)
    .workUntil(0.5, 0.9)
    .write('agency', { verb: 'request-extension', workingDays, text: pick(pen, 'extensions') })
}

function extend(pen: Pen): Pen {
  const { chance, words } = pen.plot
  const approved = chance.hit(0.85)
  return askExtension(pen)
    .wait(20, 200)
    .write('intake', { verb: 'decide-extension', approved, text: approved ? words.approved : words.declined })
}

/** A head answers at once; what an officer proposes waits for the head. */
function answer(pen: Pen): Pen {
  if (pen.plot.chance.hit(0.55)) pen.write('head', answerOf(pen))
  else pen.write('agency', answerOf(pen)).work(15, 150).write('head', { verb: 'approve-answer' })
  if (pen.plot.confidential && pen.plot.chance.hit(0.4))
    pen.wait(60, 900).write('intake', { verb: 'publish' })
  return pen
}

function answerOf(pen: Pen): StoryAct {
  const { scene, answer } = pen.plot.text
  const ending: Ending = scene ? 'repaired' : pen.plot.chance.hit(0.12) ? 'handed-over' : 'explained'
  return { verb: 'answer', ending, text: answer, afterPhoto: scene !== undefined }
}

function rate(pen: Pen): Pen {
  const { chance, outcome, words } = pen.plot
  if (!chance.hit(0.46)) return pen
  const weights = outcome === 'answered-late' ? [24, 22, 26, 18, 10] : [6, 7, 14, 31, 42]
  const stars = chance.weigh([1, 2, 3, 4, 5], (star) => weights[star - 1] ?? 0)
  const text = chance.hit(0.6) ? chance.pick(words.ratings[stars] ?? ['Cảm ơn.']) : undefined
  return pen.wait(30, 2600).write('citizen', { verb: 'rate', stars, text })
}

function reopen(pen: Pen): Pen {
  return pen.wait(240, 3600).write('citizen', { verb: 'reopen', text: pick(pen, 'reopens') })
}

function answerAgain(pen: Pen): Pen {
  const again = start(reopen(answer(begin(pen).workUntil(0.1, 0.5)))).work(300, 1200)
  const second: StoryAct = {
    verb: 'answer',
    ending: 'explained',
    text: pick(pen, 'secondAnswers'),
    afterPhoto: false,
  }
  return rate(again.write('head', second))
}

function reject(pen: Pen): Pen {
  const { chance, text, words } = pen.plot
  const { reason, text: why, goTo } = text.rejection ?? chance.pick(words.rejections)
  return pen.wait(20, 220).write('intake', { verb: 'reject', reason, text: why, goTo })
}

type WordList =
  'notes' | 'returns' | 'asks' | 'given' | 'extensions' | 'reopens' | 'secondAnswers' | 'withdrawals'

function pick(pen: Pen, list: WordList): string {
  return pen.plot.chance.pick(pen.plot.words[list])
}
