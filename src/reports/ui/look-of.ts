import { m } from '#design/messages/messages.js'
import type { TagState } from '#design/tag-state.ts'
import type { Status } from '../rules/status.ts'

/** How many steps a citizen sees: sent, accepted, in hand, result. */
export const stepsOfReport = 4

interface Look {
  readonly state: TagState
  readonly words: () => string
  /** The step that is being done now; past the last one everything is done. */
  readonly step: number
}

const looks: Readonly<Record<Status, Look>> = {
  submitted: { state: 'wait', words: m.reports_status_submitted, step: 2 },
  need_info: { state: 'wait', words: m.reports_status_need_info, step: 2 },
  accepted: { state: 'work', words: m.reports_status_accepted, step: 3 },
  assigned: { state: 'work', words: m.reports_status_assigned, step: 3 },
  returned: { state: 'work', words: m.reports_status_returned, step: 3 },
  in_progress: { state: 'work', words: m.reports_status_in_progress, step: 3 },
  reopened: { state: 'work', words: m.reports_status_reopened, step: 3 },
  answered: { state: 'done', words: m.reports_status_answered, step: 5 },
  closed: { state: 'done', words: m.reports_status_closed, step: 5 },
  rejected: { state: 'plain', words: m.reports_status_rejected, step: 5 },
  merged: { state: 'plain', words: m.reports_status_merged, step: 5 },
  withdrawn: { state: 'plain', words: m.reports_status_withdrawn, step: 5 },
}

/** How a report looks at a glance, what its state is called, and which of its steps is being done. */
export function lookOf(report: { readonly status: Status; readonly late: boolean }): {
  state: TagState
  words: string
  step: number
} {
  const { state, words, step } = looks[report.status]
  if (report.late) return { state: 'late', words: m.reports_late(), step }
  return { state, words: words(), step }
}
