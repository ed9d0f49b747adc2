/** Where a report stands. Everything else about it (extended, published, rated, merged into what) is a fact beside it. */
export const statuses = [
  'submitted',
  'need_info',
  'accepted',
  'assigned',
  'returned',
  'in_progress',
  'answered',
  'reopened',
  'closed',
  'rejected',
  'merged',
  'withdrawn',
] as const
export type Status = (typeof statuses)[number]

/** What can be done with a report that is already there. */
export const verbs = [
  'accept',
  'assign',
  'reject',
  'merge',
  'ask-for-more',
  'give-more',
  'return',
  'start',
  'request-extension',
  'decide-extension',
  'answer',
  'approve-answer',
  'publish',
  'rate',
  'reopen',
  'withdraw',
  'close',
  'close-silent',
  'close-settled',
  'take-back',
] as const
export type Verb = (typeof verbs)[number]

/**
 * In what part somebody moves a report. The reporter is `citizen` whether signed in, guest or anonymous; `intake` is
 * the agency's own or the province's, `province` the province's alone; `head` approves for the agency.
 */
export type Part = 'citizen' | 'intake' | 'province' | 'agency' | 'head' | 'system'

/** What a move does to the clock of the deadline. */
export type ClockEffect = 'runs' | 'pauses' | 'resumes' | 'stops' | 'starts-anew'

export interface Transition {
  readonly verb: Verb
  readonly from: readonly Status[]
  /** `as-before` goes back to where the report was when the citizen was asked; `same` changes a fact only. */
  readonly to: Status | 'as-before' | 'same'
  readonly by: readonly Part[]
  /** Whether a sentence for the citizen must come with it. */
  readonly needsReason: boolean
  readonly clock: ClockEffect
}

/** The life of a report. What this table does not list is refused with move-not-allowed. */
export const transitions: readonly Transition[] = [
  move({ verb: 'accept', from: ['submitted'], to: 'accepted' }, { by: ['intake'] }),
  move(
    {
      verb: 'assign',
      from: ['submitted', 'accepted', 'returned', 'assigned', 'in_progress', 'reopened'],
      to: 'assigned',
    },
    {
      by: ['intake'],
    },
  ),
  move(
    { verb: 'reject', from: ['submitted', 'accepted', 'returned'], to: 'rejected' },
    {
      by: ['intake'],
      needsReason: true,
      clock: 'stops',
    },
  ),
  move(
    { verb: 'merge', from: ['submitted', 'accepted', 'returned', 'assigned', 'in_progress'], to: 'merged' },
    {
      by: ['intake'],
      clock: 'stops',
    },
  ),
  move(
    { verb: 'ask-for-more', from: ['submitted', 'accepted'], to: 'need_info' },
    {
      by: ['intake'],
      needsReason: true,
      clock: 'pauses',
    },
  ),
  move(
    { verb: 'ask-for-more', from: ['in_progress'], to: 'need_info' },
    {
      by: ['intake', 'agency'],
      needsReason: true,
      clock: 'pauses',
    },
  ),
  move({ verb: 'give-more', from: ['need_info'], to: 'as-before' }, { by: ['citizen'], clock: 'resumes' }),
  move(
    { verb: 'return', from: ['submitted', 'assigned'], to: 'returned' },
    { by: ['agency'], needsReason: true },
  ),
  move({ verb: 'start', from: ['accepted', 'assigned', 'reopened'], to: 'in_progress' }, { by: ['agency'] }),
  move(
    { verb: 'request-extension', from: ['in_progress'], to: 'same' },
    { by: ['agency'], needsReason: true },
  ),
  move({ verb: 'decide-extension', from: ['in_progress'], to: 'same' }, { by: ['province', 'head'] }),
  move({ verb: 'answer', from: ['in_progress'], to: 'answered' }, { by: ['agency'], clock: 'stops' }),
  move({ verb: 'approve-answer', from: ['in_progress'], to: 'answered' }, { by: ['head'], clock: 'stops' }),
  move({ verb: 'publish', from: ['answered', 'closed'], to: 'same' }, { by: ['province'], clock: 'stops' }),
  move({ verb: 'rate', from: ['answered', 'closed'], to: 'same' }, { by: ['citizen'], clock: 'stops' }),
  move(
    { verb: 'reopen', from: ['answered', 'closed'], to: 'reopened' },
    {
      by: ['citizen'],
      needsReason: true,
      clock: 'starts-anew',
    },
  ),
  move(
    {
      verb: 'withdraw',
      from: ['submitted', 'need_info', 'accepted', 'assigned', 'returned'],
      to: 'withdrawn',
    },
    {
      by: ['citizen'],
      clock: 'stops',
    },
  ),
  move({ verb: 'close', from: ['answered'], to: 'closed' }, { by: ['intake', 'head'], clock: 'stops' }),
  move({ verb: 'close-silent', from: ['need_info'], to: 'closed' }, { by: ['system'], clock: 'stops' }),
  move({ verb: 'close-settled', from: ['answered'], to: 'closed' }, { by: ['system'], clock: 'stops' }),
  // What was just moved by mistake goes back to where it was; the batch that moved it knows where.
  move(
    { verb: 'take-back', from: ['accepted', 'assigned', 'closed'], to: 'as-before' },
    { by: ['intake', 'head'] },
  ),
]

type Way = Pick<Transition, 'by'> & Partial<Pick<Transition, 'needsReason' | 'clock'>>

function move(path: Pick<Transition, 'verb' | 'from' | 'to'>, way: Way): Transition {
  return { ...path, needsReason: false, clock: 'runs', ...way }
}

/** How citizens and filters group the statuses. */
export const statusGroups = {
  open: ['submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened'],
  done: ['answered', 'closed'],
  ended: ['rejected', 'merged', 'withdrawn'],
} as const satisfies Record<string, readonly Status[]>
export type StatusGroup = keyof typeof statusGroups

export function groupOf(status: Status): StatusGroup {
  const among = (group: StatusGroup) => (statusGroups[group] as readonly Status[]).includes(status)
  if (among('open')) return 'open'
  return among('done') ? 'done' : 'ended'
}

/** A report that was handed back this often is assigned by the province's intake, and stays where it is put. */
export const mostReturns = 2
export const mostReopenings = 1
/** From the moment of the answer. */
export const reopeningWindowHours = 7 * 24
/** How often the citizen can be asked for more. */
export const mostQuestions = 3
/** Working days without a word after which a report that waits for its citizen is closed. */
export const silentWorkingDays = 5
