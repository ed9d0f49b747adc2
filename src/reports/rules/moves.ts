import type { Refused } from '#platform/pure/refused.ts'
import { refuse } from './refusals.ts'
import type { Part, Status, Transition, Verb } from './status.ts'
import {
  mostQuestions,
  mostReopenings,
  mostReturns,
  reopeningWindowHours,
  transitions,
  verbs,
} from './status.ts'

/** What of a report decides which moves are open. Times are milliseconds since 1970. */
export interface ReportFacts {
  readonly status: Status
  /** Where it was when the citizen was asked for more. */
  readonly statusBefore: Status | null
  readonly returns: number
  readonly questions: number
  readonly reopenings: number
  readonly extended: boolean
  readonly extensionAsked: boolean
  readonly answerProposed: boolean
  readonly rated: boolean
  readonly answeredAtMs: number | null
}

/** Who moves it, and when. */
export interface Mover {
  readonly parts: ReadonlySet<Part>
  readonly nowMs: number
}

type Guard = (report: ReportFacts, mover: Mover) => Refused | null

/** What a verb asks beside the right status and the right person. */
const guards: Partial<Record<Verb, Guard>> = {
  assign: ({ status, returns }, { parts }) =>
    status === 'returned' && returns >= mostReturns && !parts.has('province')
      ? refuse('intake-decides')
      : null,
  return: ({ returns }) => (returns >= mostReturns ? refuse('returns-used-up') : null),
  'ask-for-more': ({ questions }) => (questions >= mostQuestions ? refuse('questions-used-up') : null),
  'request-extension': ({ extended, extensionAsked }) => {
    if (extended) return refuse('already-extended')
    return extensionAsked ? refuse('extension-already-asked') : null
  },
  'decide-extension': ({ extensionAsked }) => (extensionAsked ? null : refuse('no-extension-asked')),
  'approve-answer': ({ answerProposed }) => (answerProposed ? null : refuse('no-answer-to-approve')),
  rate: ({ rated, answeredAtMs }) => {
    if (answeredAtMs === null) return refuse('move-not-allowed')
    return rated ? refuse('already-rated') : null
  },
  publish: ({ answeredAtMs }) => (answeredAtMs === null ? refuse('move-not-allowed') : null),
  reopen: ({ answeredAtMs, reopenings }, { nowMs }) => {
    if (answeredAtMs === null) return refuse('move-not-allowed')
    if (reopenings >= mostReopenings) return refuse('reopening-used-up')
    return nowMs > reopenUntilMs(answeredAtMs) ? refuse('reopening-too-late') : null
  },
  'close-settled': ({ answeredAtMs }, { nowMs }) =>
    answeredAtMs !== null && nowMs > reopenUntilMs(answeredAtMs) ? null : refuse('move-not-allowed'),
}

/** Until when, counted from the answer, its reporter may reopen a report. */
export function reopenUntilMs(answeredAtMs: number): number {
  return answeredAtMs + reopeningWindowHours * 3_600_000
}

/**
 * The move this verb makes, or the refusal: not-your-report when others could make it now, move-not-allowed when nobody
 * could, and what the verb itself asks.
 */
export function decideMove(
  report: ReportFacts,
  verb: Verb,
  mover: Mover,
): { to: Status; transition: Transition } {
  const listed = transitions.filter((row) => row.verb === verb)
  if (!listed.some((row) => row.by.some((part) => mover.parts.has(part)))) throw refuse('not-your-report')
  const transition = listed.find((row) => row.from.includes(report.status))
  if (transition === undefined) throw refuse('move-not-allowed')
  if (!transition.by.some((part) => mover.parts.has(part))) throw refuse('not-your-report')
  const refusal = guards[verb]?.(report, mover)
  if (refusal) throw refusal
  return { to: targetOf(report, transition), transition }
}

function targetOf(report: ReportFacts, { to }: Transition): Status {
  if (to === 'same') return report.status
  return to === 'as-before' ? (report.statusBefore ?? 'submitted') : to
}

/** Every verb this person may use on this report now. */
export function openVerbs(report: ReportFacts, mover: Mover): Verb[] {
  return verbs.filter((verb) => {
    const row = transitions.find((row) => row.verb === verb && row.from.includes(report.status))
    if (row === undefined || !row.by.some((part) => mover.parts.has(part))) return false
    return !guards[verb]?.(report, mover)
  })
}
