import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import { nameOfCategory, referenceOf } from './report-reference.ts'
import type { QuestionSet } from './rules/questions.ts'
import type { CategoriesView } from './rules/views.ts'

/** What reports can be about, in the order of the list. */
export async function listCategories(context: Context<ReportsWorld>): Promise<CategoriesView> {
  allow(context, 'anyone')
  const { categories, questions } = await referenceOf(context)
  const items = [...categories.values()].map((row) => ({
    ...nameOfCategory(row, context.language),
    group: row.group_code,
    vi: row.vi,
    en: row.en,
    urgency: row.urgency,
    confidential: row.confidential,
    anonymousAllowed: row.anonymous_allowed,
    needsProof: row.needs_proof,
    questions: askedOf(questions.get(row.code)?.[0]),
  }))
  return { items, nextCursor: null }
}

function askedOf(asked: QuestionSet | undefined): CategoriesView['items'][number]['questions'] {
  if (!asked || asked.questions.length === 0) return null
  return { version: asked.version, items: [...asked.questions] }
}
