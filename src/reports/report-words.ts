import type { Bare } from './report-reference.ts'
import { nameOfCategory } from './report-reference.ts'
import { maskPersonal } from './rules/mask-personal.ts'
import type { View } from './rules/public-view.ts'
import { isHidden, roundedAccuracyMeters } from './rules/public-view.ts'
import { groupOf } from './rules/status.ts'
import type { ReportView } from './rules/views.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

/** Late is what is still open past its deadline while the clock runs. */
export function isLate(
  report: Pick<ReportRow, 'status' | 'paused_at' | 'due_at'>,
  now: Temporal.Instant,
): boolean {
  if (groupOf(report.status) !== 'open' || report.paused_at !== null || report.due_at === null) return false
  return Temporal.Instant.compare(report.due_at, now) < 0
}

/** Title, words and place, by what this view may read. */
export function wordsOf(
  context: Bare,
  { report, view }: { readonly report: ReportRow; readonly view: View },
  category: CategoryRow,
): Pick<ReportView, 'title' | 'text' | 'landmark' | 'place'> {
  if (view !== 'public') {
    const { title, text, landmark, lat, lon } = report
    return {
      title,
      text,
      landmark,
      place: lat === null || lon === null ? null : { lat, lon, accuracyMeters: null },
    }
  }
  const hidden = isHidden(report.status)
  const { public_lat: lat, public_lon: lon } = report
  const accuracyMeters = category.confidential ? roundedAccuracyMeters : null
  return {
    title: (hidden ? null : report.public_title) ?? nameOfCategory(category, context.language).name,
    text: hidden ? null : report.public_text,
    landmark:
      hidden || category.confidential || report.landmark === null ? null : maskPersonal(report.landmark),
    place: hidden || lat === null || lon === null ? null : { lat, lon, accuracyMeters },
  }
}
