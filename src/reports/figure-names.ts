import type { Bare, Reference } from './report-reference.ts'
import { nameOfAgency, nameOfCategory, nameOfCommune } from './report-reference.ts'
import type { Grouping } from './rules/figures.ts'

export type NameOf = (by: Grouping, code: string) => string

/** What codes are called in the reader's language. */
export function namesIn(context: Bare, reference: Reference): NameOf {
  return (by, code) => {
    if (by === 'agency') return nameOfAgency(reference, code, context.language).name
    if (by === 'commune') return nameOfCommune(reference, code).name
    const category = reference.categories.get(code)
    return category ? nameOfCategory(category, context.language).name : code
  }
}
