import type { CategoryModel } from './category-model.ts'
import { proposeCategories } from './category-model.ts'

/** A text and the category it belongs to. */
export interface Example {
  readonly category: string
  readonly text: string
}

/** How well a model does on cases it never saw. */
export interface Measure {
  readonly cases: number
  /** Share of cases whose first proposal is right, 0 to 1. */
  readonly firstRight: number
  /** Share of cases that have the right one among the first three. */
  readonly threeRight: number
  /** For each true category, how often each category was proposed first. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>
}

const nothing = '-'

/** Lets a model propose for cases whose category is known, and counts. */
export function measureModel(model: CategoryModel, cases: readonly Example[]): Measure {
  const confusion = new Map<string, Map<string, number>>()
  let [first, three] = [0, 0]
  for (const { category, text } of cases) {
    const codes = proposeCategories(model, text, 3).map(({ code }) => code)
    const row = confusion.get(category) ?? new Map<string, number>()
    const top = codes[0] ?? nothing
    confusion.set(category, row.set(top, (row.get(top) ?? 0) + 1))
    if (top === category) first += 1
    if (codes.includes(category)) three += 1
  }
  const share = (count: number) => (cases.length === 0 ? 0 : count / cases.length)
  return { cases: cases.length, firstRight: share(first), threeRight: share(three), confusion }
}
