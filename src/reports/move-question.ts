import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { changeQuestions } from './change-questions.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { moveQuestionInput } from './rules/question-inputs.ts'
import type { QuestionSetView } from './rules/question-views.ts'
import { refuse } from './rules/refusals.ts'

/** An officer moves a question up or down; at either end it stays. Refuses category-not-found and question-not-found. */
export async function moveQuestion(
  context: Context<ReportsWorld>,
  input: z.output<typeof moveQuestionInput>,
): Promise<QuestionSetView> {
  allow(context, 'edit-questions')
  return changeQuestions(context, input.category, (questions) => {
    const at = questions.findIndex(({ code }) => code === input.code)
    const question = questions[at]
    if (!question) throw refuse('question-not-found')
    const others = questions.toSpliced(at, 1)
    return others.toSpliced(Math.max(0, input.to === 'up' ? at - 1 : at + 1), 0, question)
  })
}
