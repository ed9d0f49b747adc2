import type { ReportCard } from '../rules/views.ts'

/** What a line of a list shows of a report, and nothing else: a page carries it twice. */
export type ReportLine = Pick<
  ReportCard,
  'code' | 'status' | 'title' | 'photo' | 'late' | 'filedAt' | 'dueAt' | 'answeredAt'
> & {
  readonly category: { readonly name: string }
  readonly commune: { readonly name: string }
  /** Who answers for it: said of reports of mine. */
  readonly agency?: { readonly name: string }
}

/** A card as a line of the public list. */
export function lineOf(card: ReportCard): ReportLine {
  const { code, status, title, photo, late, filedAt, answeredAt } = card
  const category = { name: card.category.name }
  const commune = { name: card.commune.name }
  return { code, status, title, photo, late, filedAt, answeredAt, dueAt: null, category, commune }
}
