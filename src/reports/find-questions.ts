import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfCategory, referenceOf } from './report-reference.ts'
import type { findQuestionsInput } from './rules/question-inputs.ts'
import type { QuestionSetView } from './rules/question-views.ts'
import { readQuestionVersions } from './store/questions.server.ts'

const mostVersions = 20

/** What a category asks now, and its last versions. Refuses category-not-found. */
export async function findQuestions(
  context: Context<ReportsWorld>,
  input: z.output<typeof findQuestionsInput>,
): Promise<QuestionSetView> {
  allow(context, 'anyone')
  const category = categoryOf(await referenceOf(context), input.category)
  const versions = await readQuestionVersions(context.db, category.code, mostVersions)
  return {
    category: nameOfCategory(category, context.language),
    version: versions[0]?.version ?? 0,
    questions: versions[0]?.questions ?? [],
    history: versions.map(({ version, made_at, questions }) => ({
      version,
      at: isoInProvince(made_at),
      questions: questions.length,
    })),
  }
}
