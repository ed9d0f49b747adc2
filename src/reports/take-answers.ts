import { fieldErrors } from '#platform/field-errors.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Bare, Reference } from './report-reference.ts'
import type { FileReport } from './rules/inputs.ts'
import type { Answers } from './rules/questions.ts'
import { answersSchema, gateOf, tidyAnswers } from './rules/questions.ts'
import { refuse } from './rules/refusals.ts'

/** What a filing answered, and the version of the questions it was asked by; version 0 where nothing is asked. */
export interface TakenAnswers {
  readonly version: number
  readonly answers: Answers
  /** An answer pointed to the emergency numbers. */
  readonly danger: boolean
}

/**
 * Checks the answers of a filing by the version that asked: the one it names, when that is the present one or the one
 * before, else the present one. Refuses input-invalid at `answers.<code>`, and answer-stops.
 */
export function takeAnswers(
  context: Bare,
  reference: Reference,
  input: Pick<FileReport, 'category' | 'answers' | 'questionsVersion'>,
): TakenAnswers {
  const sets = reference.questions.get(input.category) ?? []
  const asked = sets.find(({ version }) => version === input.questionsVersion) ?? sets[0]
  const questions = asked?.questions ?? []
  const parsed = answersSchema(questions).safeParse(tidyAnswers(questions, input.answers ?? {}))
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error, context)
    throw refusePlatform('input-invalid', {
      errors: errors.map(({ path, message }) => ({ path: `answers.${path}`, message })),
    })
  }
  const answers = parsed.data as Answers
  const gate = gateOf(questions, answers)
  if (gate?.effect === 'stop') {
    const sentence = gate[context.language]
    throw refuse('answer-stops', {
      errors: [{ path: `answers.${gate.code}`, message: sentence }],
      details: { sentence, goTo: gate.goTo ?? '' },
    })
  }
  return { version: asked?.version ?? 0, answers, danger: gate?.goTo === '/sos' }
}
