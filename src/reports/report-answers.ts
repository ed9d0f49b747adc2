import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import { maskPersonal } from './rules/mask-personal.ts'
import type { View } from './rules/public-view.ts'
import { isHidden } from './rules/public-view.ts'
import type { AnswerLine } from './rules/question-views.ts'
import { answerLines } from './rules/question-views.ts'
import { readAnswersOf } from './store/questions.server.ts'
import type { CategoryRow, ReportRow } from './store/tables.ts'

/** What the reporter answered, as this view may read it: strangers the public answers only, with numbers masked. */
export async function answersSeen(
  context: Context<ReportsWorld>,
  { report, view }: { readonly report: ReportRow; readonly view: View },
  category: CategoryRow,
): Promise<AnswerLine[]> {
  allow(context, 'anyone')
  const stranger = view === 'public'
  if (stranger && (isHidden(report.status) || category.confidential)) return []
  const given = await readAnswersOf(context.db, report.id)
  if (!given) return []
  const reader = { language: context.language, onlyPublic: stranger }
  const lines = answerLines(given.questions, given.answers, reader)
  return stranger ? lines.map((line) => ({ ...line, values: line.values.map(maskPersonal) })) : lines
}
