import type { Brief } from '#design/home/brief.ts'
import { formatDateTime } from '#design/format.ts'
import { m } from '#design/messages/messages.js'
import { localizeHref } from '#design/messages/runtime.js'
import type { TagState } from '#design/tag-state.ts'
import type { Status } from '#reports/rules/status.ts'
import type { ReportCard } from '#reports/rules/views.ts'

const stepsOfReport = 4

/** How each state looks at a glance, what it is called, and which of the four steps is being done. */
const looks: Readonly<Record<Status, { state: TagState; words: () => string; step: number }>> = {
  submitted: { state: 'wait', words: m.reports_status_submitted, step: 2 },
  need_info: { state: 'wait', words: m.reports_status_need_info, step: 2 },
  accepted: { state: 'work', words: m.reports_status_accepted, step: 3 },
  assigned: { state: 'work', words: m.reports_status_assigned, step: 3 },
  returned: { state: 'work', words: m.reports_status_returned, step: 3 },
  in_progress: { state: 'work', words: m.reports_status_in_progress, step: 3 },
  reopened: { state: 'work', words: m.reports_status_reopened, step: 3 },
  answered: { state: 'done', words: m.reports_status_answered, step: 4 },
  closed: { state: 'done', words: m.reports_status_closed, step: 5 },
  rejected: { state: 'plain', words: m.reports_status_rejected, step: 5 },
  merged: { state: 'plain', words: m.reports_status_merged, step: 5 },
  withdrawn: { state: 'plain', words: m.reports_status_withdrawn, step: 5 },
}

/** A report of others, as the home page shows it. */
export function publicBrief(card: ReportCard): Brief {
  const { state, words } = looks[card.status]
  return {
    href: localizeHref(`/reports/${card.code}`),
    title: card.title,
    tag: card.late ? { state: 'late', words: m.home_late() } : { state, words: words() },
    facts: [card.commune.name, formatDateTime(card.filedAt)],
    thumb: card.photo,
  }
}

/** A report of mine: who answers for it, by when, and how far it is. */
export function myBrief(card: ReportCard): Brief {
  const open = card.group === 'open'
  return {
    ...publicBrief(card),
    facts: [card.agency.name],
    dueAt: open ? card.dueAt : null,
    step: { now: looks[card.status].step, total: stepsOfReport },
  }
}
