import type { RequestEvent } from '@sveltejs/kit'
import { allow } from '#platform/context.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { findQuestions } from '#reports/find-questions.ts'
import { moveQuestion } from '#reports/move-question.ts'
import { removeQuestion } from '#reports/remove-question.ts'
import {
  findQuestionsInput,
  moveQuestionInput,
  questionForm,
  questionOfForm,
  removeQuestionInput,
} from '#reports/rules/question-inputs.ts'
import { refuse } from '#reports/rules/refusals.ts'
import { setQuestion } from '#reports/set-question.ts'
import type { Actions, PageServerLoad } from './$types'

/** What one category asks, as officers change it. */
export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  allow(context, 'edit-questions')
  const asked = findQuestionsInput.safeParse(params)
  if (!asked.success) throw refuse('category-not-found')
  return {
    asked: await findQuestions(context, asked.data),
    saved: url.searchParams.has('saved'),
    key: context.newId(),
  }
}

/** The category comes from the address, and every change leads back to the page. */
function here(event: RequestEvent) {
  return { more: { category: event.params['category'] ?? '' }, then: () => `${event.url.pathname}?saved` }
}

export const actions: Actions = {
  set: async (event) =>
    formAction(event, {
      schema: questionForm,
      run: (context, form) => setQuestion(context, questionOfForm(form)),
      ...here(event),
    }),
  move: async (event) => formAction(event, { schema: moveQuestionInput, run: moveQuestion, ...here(event) }),
  remove: async (event) =>
    formAction(event, { schema: removeQuestionInput, run: removeQuestion, ...here(event) }),
}
