import { formatDate, formatNumber } from '#design/format.ts'
import { m } from '#design/messages/messages.js'
import { getLocale } from '#design/messages/runtime.js'
import type { AnswerLine } from '../rules/question-views.ts'

/** An answer as people read it. */
export function answerWords({ kind, values }: Pick<AnswerLine, 'kind' | 'values'>): string {
  if (kind === 'yes-no') return values[0] === 'yes' ? m.reports_questions_yes() : m.reports_questions_no()
  if (kind === 'date') return formatDate(`${values[0] ?? ''}T00:00:00+07:00`)
  if (kind === 'number') return formatNumber(Number(values[0]), getLocale())
  return values.join(', ')
}
