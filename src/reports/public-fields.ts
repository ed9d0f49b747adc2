import { foldText } from '#platform/pure/fold-text.ts'
import { publicPlace, publicWords } from './rules/public-view.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

type Filed = Pick<ReportRow, 'title' | 'text' | 'landmark' | 'lat' | 'lon' | 'published_at'>
type PublicFields = Pick<
  ReportRow,
  'public_title' | 'public_text' | 'public_folded' | 'public_lat' | 'public_lon'
>

/** What of a report strangers may read and search, kept beside the report so that no search can reach the rest. */
export function publicFields(report: Filed, category: Pick<CategoryRow, 'confidential'>): PublicFields {
  const { lat, lon } = report
  const words = publicWords(report, category.confidential)
  const place = publicPlace(lat === null || lon === null ? null : { lat, lon }, category.confidential)
  return {
    public_title: words?.title ?? null,
    public_text: words?.text ?? null,
    public_folded: words ? foldReport(words) : '',
    public_lat: place?.lat ?? null,
    public_lon: place?.lon ?? null,
  }
}

/** The words of a report as they are searched. The title is the beginning of the text. */
export function foldReport(words: {
  readonly title: string
  readonly text: string
  readonly landmark: string | null
}): string {
  return foldText([words.title, words.text, words.landmark ?? ''].join(' '))
}
