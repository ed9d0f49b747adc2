import { z } from 'zod'
import type { Answers, Question } from './questions.ts'
import { codesOfAnswer } from './question-gates.ts'
import { questionKinds, questionSchema } from './questions.ts'

export const askedView = z.object({
  version: z.number().int().meta({ description: 'Give it back as questionsVersion with the answers' }),
  items: z.array(questionSchema),
})
export type AskedView = z.output<typeof askedView>

export const questionSetView = z.object({
  category: z.object({ code: z.string(), name: z.string() }),
  version: z.number().int().meta({ description: '0 where the category asks nothing yet' }),
  questions: z.array(questionSchema),
  history: z
    .array(z.object({ version: z.number().int(), at: z.string(), questions: z.number().int() }))
    .meta({ description: 'The last versions, newest first' }),
})
export type QuestionSetView = z.output<typeof questionSetView>

/** One answer with its question. Choices come by their names, yes-no as yes or no, dates as 2026-11-23. */
export const answerLine = z.object({
  code: z.string(),
  question: z.string(),
  kind: z.enum(questionKinds),
  values: z.array(z.string()),
  public: z.boolean(),
})
export type AnswerLine = z.output<typeof answerLine>

/** What was answered, in the order it was asked; strangers get the public ones only. */
export function answerLines(
  questions: readonly Question[],
  answers: Answers,
  reader: { readonly language: 'vi' | 'en'; readonly onlyPublic: boolean },
): AnswerLine[] {
  return questions.flatMap((question) => {
    const given = codesOfAnswer(answers[question.code])
    if (given.length === 0 || (reader.onlyPublic && !question.public)) return []
    const nameOf = (code: string) =>
      question.choices.find((choice) => choice.code === code)?.[reader.language] ?? code
    const { code, kind } = question
    return [
      { code, kind, question: question[reader.language], values: given.map(nameOf), public: question.public },
    ]
  })
}
