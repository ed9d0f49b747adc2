import { m } from '#design/messages/messages.js'
import type { QuestionKind } from '../rules/questions.ts'

const kinds: Readonly<Record<QuestionKind, () => string>> = {
  one: m.reports_question_kind_one,
  several: m.reports_question_kind_several,
  text: m.reports_question_kind_text,
  number: m.reports_question_kind_number,
  'yes-no': m.reports_question_kind_yes_no,
  date: m.reports_question_kind_date,
}

/** What kind of answer a question takes, in words. */
export function kindWords(kind: QuestionKind): string {
  return kinds[kind]()
}
