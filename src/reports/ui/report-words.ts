import { m } from '#design/messages/messages.js'
import type { ClosureEnding, RejectionReason, TimelineStep } from '../rules/words.ts'
import type { TimelineEntryView } from '../rules/views.ts'

/** Each word by its name, so that a page carries only the words it can say. */
type Words<Name extends string> = Readonly<Record<Name, () => string>>

export const stepWords: Words<TimelineStep> = {
  filed: m.reports_step_filed,
  accepted: m.reports_step_accepted,
  assigned: m.reports_step_assigned,
  rejected: m.reports_step_rejected,
  merged: m.reports_step_merged,
  'merged-here': m.reports_step_merged_here,
  asked: m.reports_step_asked,
  given: m.reports_step_given,
  returned: m.reports_step_returned,
  started: m.reports_step_started,
  'extension-requested': m.reports_step_extension_requested,
  extended: m.reports_step_extended,
  'extension-declined': m.reports_step_extension_declined,
  'answer-proposed': m.reports_step_answer_proposed,
  'answer-declined': m.reports_step_answer_declined,
  answered: m.reports_step_answered,
  published: m.reports_step_published,
  rated: m.reports_step_rated,
  reopened: m.reports_step_reopened,
  withdrawn: m.reports_step_withdrawn,
  closed: m.reports_step_closed,
  'contact-revealed': m.reports_step_contact_revealed,
  escalated: m.reports_step_escalated,
  'taken-back': m.reports_step_taken_back,
}

export const rejectionWords: Words<RejectionReason> = {
  'not-ours': m.reports_rejection_not_ours,
  'no-place': m.reports_rejection_no_place,
  'no-evidence': m.reports_rejection_no_evidence,
  'already-handled': m.reports_rejection_already_handled,
  'complaint-procedure': m.reports_rejection_complaint_procedure,
  'private-dispute': m.reports_rejection_private_dispute,
  'in-court': m.reports_rejection_in_court,
  abusive: m.reports_rejection_abusive,
  test: m.reports_rejection_test,
}

/** How an answer or the whole matter ended. */
export const endingWords: Words<ClosureEnding> = {
  repaired: m.reports_ending_repaired,
  explained: m.reports_ending_explained,
  'handed-over': m.reports_ending_handed_over,
  silent: m.reports_ending_silent,
  rejected: m.reports_ending_rejected,
  merged: m.reports_ending_merged,
  withdrawn: m.reports_ending_withdrawn,
}

export const byWords: Words<TimelineEntryView['by']> = {
  citizen: m.reports_by_citizen,
  intake: m.reports_by_intake,
  agency: m.reports_by_agency,
  system: m.reports_by_system,
}
