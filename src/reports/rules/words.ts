/** Closed sets of the subject that inputs, views and tables share. */

/** Why a report is not taken. Words: m.reports_rejection_<reason>. */
export const rejectionReasons = [
  'not-ours',
  'no-place',
  'no-evidence',
  'already-handled',
  'complaint-procedure',
  'private-dispute',
  'in-court',
  'abusive',
  'test',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

/** How an answer ends the matter. `repaired` needs an after photo where the category asks for proof. */
export const endings = ['repaired', 'explained', 'handed-over'] as const
export type Ending = (typeof endings)[number]

/** How the life of a report ended. */
export const closures = [...endings, 'silent', 'rejected', 'merged', 'withdrawn'] as const
export type ClosureEnding = (typeof closures)[number]

export const publicGroups = ['all', 'open', 'done'] as const

/** The rooms of an agency's queue; counts and lists come from the same predicate. */
export const queueFilters = [
  'all',
  'to-accept',
  'to-assign',
  'to-confirm',
  'in-work',
  'due-soon',
  'late',
  'mine',
  'waiting-for-citizen',
  'to-approve',
  'reopened',
  'answered',
  'ended',
] as const
export type QueueFilter = (typeof queueFilters)[number]

export const urgencies = ['urgent', 'urgent-at-night', 'normal', 'complex', 'none'] as const
export type CategoryUrgency = (typeof urgencies)[number]
/** Of one report, once the hour of its filing is known. */
export type Urgency = Exclude<CategoryUrgency, 'urgent-at-night'>

export const firstLines = ['commune', 'commune-police', 'utility', 'department'] as const
export type FirstLine = (typeof firstLines)[number]

export const timelineSteps = [
  'filed',
  'accepted',
  'assigned',
  'rejected',
  'merged',
  'merged-here',
  'asked',
  'given',
  'returned',
  'started',
  'extension-requested',
  'extended',
  'extension-declined',
  'answer-proposed',
  'answer-declined',
  'answered',
  'published',
  'rated',
  'reopened',
  'withdrawn',
  'closed',
  'contact-revealed',
  'escalated',
  'taken-back',
] as const
/** One kind of entry of the timeline. Words: m.reports_step_<step with _>. */
export type TimelineStep = (typeof timelineSteps)[number]
