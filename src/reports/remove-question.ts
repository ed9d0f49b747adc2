import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeQuestions } from './change-questions.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { removeQuestionInput } from './rules/question-inputs.ts'
import type { QuestionSetView } from './rules/question-views.ts'

/** An officer takes a question away; answers given to it stay with their reports. Refuses category-not-found. */
export async function removeQuestion(
  context: Context<ReportsWorld>,
  input: z.output<typeof removeQuestionInput>,
): Promise<QuestionSetView> {
  allow(context, 'edit-questions')
  return changeQuestions(context, input.category, (questions) =>
    questions.filter(({ code }) => code !== input.code),
  )
}
