import type { JSONColumnType } from 'kysely'
import type { Answers, Question } from '../rules/questions.ts'

/** The tables of what categories ask. */
export interface QuestionTables {
  report_questions: QuestionsRow
  report_given_answers: GivenAnswersRow
}

export interface QuestionsRow {
  category: string
  version: number
  questions: JSONColumnType<Question[], string, never>
  made_at: Temporal.Instant
  made_by: string | null
}

export interface GivenAnswersRow {
  report_id: string
  category: string
  version: number
  answers: JSONColumnType<Answers, string, never>
}
