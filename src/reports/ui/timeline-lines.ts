import { formatDate } from '#design/format.ts'
import { m } from '#design/messages/messages.js'
import { rejectionReasons } from '../rules/words.ts'
import type { ReportView, TimelineEntryView } from '../rules/views.ts'
import { byWords, rejectionWords, stepWords } from './report-words.ts'

interface Line {
  readonly id: string
  readonly at: string
  readonly title: string
  readonly by: string | null
  readonly text: string | null
}

/** The steps of a report as a citizen reads them, newest first. */
export function timelineLines(report: ReportView): Line[] {
  const { timeline } = report
  return timeline.map((entry, at) => ({
    id: `${timeline.length - at}`,
    at: entry.at,
    title: titleOf(entry, report),
    by: whoDid(entry, report),
    text: entry.step === 'answered' ? null : entry.text,
  }))
}

function titleOf(entry: TimelineEntryView, report: ReportView): string {
  const { step, until, toAgency, stars } = entry
  if (step === 'started' && until) return m.reports_page_started_until({ date: formatDate(until) })
  if (step === 'reopened' && until) return m.reports_page_reopened_until({ date: formatDate(until) })
  if (step === 'extended' && until) return m.reports_page_extended_until({ date: formatDate(until) })
  if (step === 'assigned' && toAgency) return m.reports_page_assigned_to({ agency: toAgency.name })
  if (step === 'rated' && stars !== null) return m.reports_page_rated_stars({ stars })
  const reason = rejectionReasons.find((known) => known === entry.reason)
  if (reason) return m.reports_page_rejected({ reason: rejectionWords[reason]() })
  if (step === 'answered' && report.answer?.at === entry.at && report.answer.photos.length > 0) {
    return m.reports_page_answered_photo()
  }
  return stepWords[step]()
}

function whoDid(entry: TimelineEntryView, report: ReportView): string | null {
  if (entry.step === 'filed') {
    return report.own?.reporter === 'anonymous' ? m.reports_page_anonymous() : m.reports_page_sealed()
  }
  if (entry.by === 'citizen') return null
  return entry.agency?.name ?? byWords[entry.by]()
}
