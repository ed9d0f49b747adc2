import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeQuestions } from './change-questions.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { SetQuestion } from './rules/question-inputs.ts'
import type { QuestionSetView } from './rules/question-views.ts'
import { mostQuestions, questionSchema } from './rules/questions.ts'
import { refuse } from './rules/refusals.ts'

/**
 * An officer adds a question to a category, or changes the one of the same code where it stands. Refuses
 * category-not-found, question-not-whole and too-many-questions.
 */
export async function setQuestion(
  context: Context<ReportsWorld>,
  { category, ...input }: SetQuestion,
): Promise<QuestionSetView> {
  allow(context, 'edit-questions')
  const parsed = questionSchema.safeParse(input)
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    throw refuse('question-not-whole', { errors })
  }
  const question = parsed.data
  return changeQuestions(context, category, (questions) => {
    const known = questions.some(({ code }) => code === question.code)
    if (known) return questions.map((other) => (other.code === question.code ? question : other))
    if (questions.length >= mostQuestions)
      throw refuse('too-many-questions', { details: { limit: mostQuestions } })
    return [...questions, question]
  })
}
