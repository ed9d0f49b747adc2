import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { findQuestions } from './find-questions.ts'
import { moveQuestion } from './move-question.ts'
import { removeQuestion } from './remove-question.ts'
import {
  findQuestionsInput,
  moveQuestionInput,
  removeQuestionInput,
  setQuestionInput,
} from './rules/question-inputs.ts'
import { questionSetView } from './rules/question-views.ts'
import { setQuestion } from './set-question.ts'

/** What categories ask, to read and for officers to change; each change is a new version. */
export const questionEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/categories/{category}/questions',
    summary: 'What a category asks now, and its last versions',
    who: 'anyone',
    input: findQuestionsInput,
    output: questionSetView,
    run: findQuestions,
  }),
  endpoint({
    method: 'PUT',
    path: '/categories/{category}/questions/{code}',
    summary: 'Add a question to a category, or change it',
    who: 'edit-questions',
    input: setQuestionInput,
    output: questionSetView,
    run: setQuestion,
  }),
  endpoint({
    method: 'POST',
    path: '/categories/{category}/questions/{code}/move',
    summary: 'Move a question up or down',
    who: 'edit-questions',
    input: moveQuestionInput,
    output: questionSetView,
    run: moveQuestion,
  }),
  endpoint({
    method: 'DELETE',
    path: '/categories/{category}/questions/{code}',
    summary: 'Take a question away; answers given to it stay',
    who: 'edit-questions',
    input: removeQuestionInput,
    output: questionSetView,
    run: removeQuestion,
  }),
]
