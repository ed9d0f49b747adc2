import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { findQuestions } from './find-questions.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, forgetReference, referenceOf } from './report-reference.ts'
import type { QuestionSetView } from './rules/question-views.ts'
import type { Question } from './rules/questions.ts'
import { insertQuestions, lockCategory, readQuestionVersions } from './store/questions.server.ts'

/**
 * What every change of a category's questions shares: the category is held, and what comes out is a new version; those
 * before it stay with the answers given to them. Refuses category-not-found.
 */
export async function changeQuestions(
  context: Context<ReportsWorld>,
  category: string,
  change: (questions: readonly Question[]) => readonly Question[],
): Promise<QuestionSetView> {
  allow(context, 'edit-questions')
  categoryOf(await referenceOf(context), category)
  const changed = await inTransaction(context, async (context) => {
    await lockCategory(context.db, category)
    const [present] = await readQuestionVersions(context.db, category, 1)
    const before = present?.questions ?? []
    const questions = change(before)
    if (JSON.stringify(questions) !== JSON.stringify(before)) {
      await insertQuestions(context.db, {
        category,
        version: (present?.version ?? 0) + 1,
        questions,
        made_at: context.now(),
        made_by: context.actor.personId,
      })
    }
    return findQuestions(context, { category })
  })
  forgetReference(context)
  return changed
}
