import { z } from 'zod'
import { meets } from './question-gates.ts'

/** What kind of answer a question takes. Words: m.reports_question_kind_<kind>. */
export const questionKinds = ['one', 'several', 'text', 'number', 'yes-no', 'date'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const gateEffects = ['stop', 'redirect'] as const

export const mostQuestions = 12
const mostChoices = 12
const largestNumber = 1_000_000
const longestAnswer = 300
const yesOrNo = ['yes', 'no']

export const questionCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'field_wrong_form')
  .max(40)
const words = (max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(tidyLine)
    .min(1)
    .max(max)

const choice = z.strictObject({ code: questionCode, vi: words(120), en: words(120) })

/** An answer that ends the filing, or that first points somewhere else. */
const gate = z.strictObject({
  when: z
    .array(questionCode)
    .min(1)
    .max(mostChoices)
    .meta({ description: 'Codes of choices; yes or no of a yes-no question' }),
  effect: z.enum(gateEffects).meta({ description: 'stop refuses the report; redirect interrupts it once' }),
  vi: words(400),
  en: words(400),
  goTo: z
    .string()
    .max(200)
    .regex(/^(\/|(\/[\w-]+)+|tel:\+?\d{3,15}|https:\/\/[\w./?=&%#-]+)$/, 'field_wrong_form')
    .nullable()
    .default(null)
    .meta({ description: 'A page of ours, a number to call (tel:112) or an address (https://…)' }),
})
export type Gate = z.output<typeof gate>

export const questionSchema = z
  .strictObject({
    code: questionCode,
    kind: z.enum(questionKinds),
    vi: words(200),
    en: words(200),
    required: z.boolean().default(false),
    public: z.boolean().default(false).meta({ description: 'Whether everybody may read the answer' }),
    choices: z.array(choice).max(mostChoices).default([]),
    gate: gate.nullable().default(null),
  })
  .check(questionIsWhole)
export type Question = z.output<typeof questionSchema>

/** One version of what a category asks. */
export interface QuestionSet {
  readonly version: number
  readonly questions: readonly Question[]
}

function questionIsWhole(payload: z.core.ParsePayload<Omit<Question, never>>): void {
  const { kind, choices, gate } = payload.value
  const wrong = (path: string, message: string) =>
    payload.issues.push({ code: 'custom', path: [path], message, input: payload.value })
  const codes = choices.map((choice) => choice.code)
  const chosen = kind === 'one' || kind === 'several'
  if (chosen && codes.length < 2) wrong('choices', 'field_two_choices')
  if (!chosen && codes.length > 0) wrong('choices', 'field_no_choices')
  if (new Set(codes).size < codes.length) wrong('choices', 'field_choices_twice')
  const known = kind === 'yes-no' ? yesOrNo : codes
  if (gate && gate.when.some((code) => !known.includes(code))) wrong('gate', 'field_gate_unknown')
}

export type AnswerValue = string | number | boolean | readonly string[]
export type Answers = Readonly<Record<string, AnswerValue>>

/** What may be answered to these questions: each by its kind, the required ones not missing, nothing else. */
export function answersSchema(questions: readonly Question[]): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      questions.map((question) => {
        const field = fieldOf(question)
        return [question.code, question.required ? field : field.optional()]
      }),
    ),
  )
}

function fieldOf({ kind, choices }: Question): z.ZodType {
  const codes = choices.map((choice) => choice.code)
  if (kind === 'one') return z.enum(codes)
  if (kind === 'several') return z.array(z.enum(codes)).min(1).max(codes.length)
  if (kind === 'number') return z.number().min(0).max(largestNumber)
  if (kind === 'yes-no') return z.boolean()
  if (kind === 'date') return z.iso.date({ error: (issue) => missingOr(issue.input, 'field_wrong_form') })
  return z.string().min(1).max(longestAnswer)
}

function missingOr(input: unknown, message: string): string {
  return input === undefined ? 'field_missing' : message
}

/** Answers as they come from a form, where everything is a text, as the values their questions ask for. */
export function tidyAnswers(questions: readonly Question[], given: Answers): Answers {
  const kinds = new Map(questions.map((question) => [question.code, question.kind]))
  return Object.fromEntries(
    Object.entries(given).flatMap(([code, value]) => {
      const tidy = tidyAnswer(kinds.get(code), value)
      return tidy === '' ? [] : [[code, tidy]]
    }),
  )
}

function tidyAnswer(kind: QuestionKind | undefined, value: AnswerValue): AnswerValue {
  if (typeof value !== 'string') return value
  const text = tidyLine(value)
  if (text === '') return ''
  if (kind === 'several') return [text]
  if (kind === 'yes-no')
    return text === 'yes' || text === 'true' || (text === 'no' || text === 'false' ? false : text)
  const number = text.replace(',', '.')
  return kind === 'number' && /^\d+(\.\d+)?$/.test(number) ? Number(number) : text
}

/** What a JSON column takes: well-formed, without control characters, one line. */
function tidyLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The first question whose answer stops the filing or points elsewhere; what stops goes before what points. */
export function gateOf(questions: readonly Question[], answers: Answers): (Gate & { code: string }) | null {
  const met = questions.flatMap(({ code, gate }) =>
    gate && meets(gate, answers[code]) ? [{ ...gate, code }] : [],
  )
  return met.find(({ effect }) => effect === 'stop') ?? met[0] ?? null
}
