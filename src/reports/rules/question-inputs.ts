import { z } from 'zod'
import { questionCode, questionKinds, questionSchema } from './questions.ts'

const category = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(60)

const mostAnswers = 20

/** What a reporter answers, by the codes of the questions. What each takes is checked by the category's version. */
export const answersInput = z
  .record(
    questionCode,
    z.union([
      z.string().max(600),
      z.number().min(-1e9).max(1e9),
      z.boolean(),
      z.array(z.string().max(40)).max(mostAnswers),
    ]),
  )
  .refine((answers) => Object.keys(answers).length <= mostAnswers, 'field_wrong_form')
  .meta({
    maxProperties: mostAnswers,
    description: 'Answers to the questions of the category, by code',
    example: { depth: 'deep', 'wire-down': false },
  })
export const questionsVersion = z
  .number()
  .int()
  .min(1)
  .max(1_000_000)
  .optional()
  .meta({ description: 'The version that was shown; the present one and the one before it are taken' })

export const findQuestionsInput = z.strictObject({ category })
export const setQuestionInput = z.strictObject({ category, ...questionSchema.shape })
export type SetQuestion = z.output<typeof setQuestionInput>
export const moveQuestionInput = z.strictObject({ category, code: questionCode, to: z.enum(['up', 'down']) })
export const removeQuestionInput = z.strictObject({ category, code: questionCode })

const line = (max: number) => z.string().trim().max(max).default('')

/** A question as a form without script gives it: choices one a line, `code | Vietnamese | English`. */
export const questionForm = z
  .strictObject({
    category,
    code: questionCode,
    kind: z.enum(questionKinds),
    vi: z.string().trim().min(1).max(200),
    en: z.string().trim().min(1).max(200),
    required: z.boolean().default(false),
    public: z.boolean().default(false),
    choices: line(4000),
    gateWhen: line(500),
    gateEffect: z.enum(['none', 'stop', 'redirect']).default('none'),
    gateVi: line(400),
    gateEn: line(400),
    gateTo: line(200),
  })
  .check(formIsWhole)
export type QuestionForm = z.output<typeof questionForm>

/** The question that a form means. */
export function questionOfForm(form: QuestionForm): SetQuestion {
  const { category, code, kind, vi, en, required, choices, gateEffect } = form
  const effect = gateEffect === 'none' ? null : gateEffect
  const goTo = form.gateTo === '' ? null : form.gateTo
  const when = form.gateWhen.split(/[\s,]+/).filter((one) => one !== '')
  const gate = effect && { effect, when, vi: form.gateVi, en: form.gateEn, goTo }
  return { category, code, kind, vi, en, required, public: form.public, choices: choicesOf(choices), gate }
}

function choicesOf(text: string): SetQuestion['choices'] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [code = '', vi = '', en = ''] = line.split('|').map((part) => part.trim())
    return { code, vi, en }
  })
}

/** A question that would not do is refused at the field of the form that is wrong. */
function formIsWhole(payload: z.core.ParsePayload<QuestionForm>): void {
  const { category: _, ...question } = questionOfForm(payload.value)
  const parsed = questionSchema.safeParse(question)
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = fieldOf(path.map(String))
    const own = message.startsWith('field_') ? message : wordOf[field]
    payload.issues.push({
      code: 'custom',
      path: [field],
      message: own ?? 'field_wrong_form',
      input: payload.value,
    })
  }
}

const wordOf: Readonly<Record<string, string>> = {
  choices: 'field_choice_lines',
  gateVi: 'field_missing',
  gateEn: 'field_missing',
  gateWhen: 'field_missing',
}

function fieldOf([first = '', second]: string[]): string {
  if (first !== 'gate') return first
  const inside: Readonly<Record<string, string>> = { vi: 'gateVi', en: 'gateEn', goTo: 'gateTo' }
  return inside[second ?? ''] ?? 'gateWhen'
}
