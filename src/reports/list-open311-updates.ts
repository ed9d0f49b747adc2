import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, referenceOf } from './report-reference.ts'
import { maskPersonal } from './rules/mask-personal.ts'
import { mostRequests } from './rules/open311/query.ts'
import { statusOfStep, toldSteps } from './rules/open311/status-words.ts'
import type { Update } from './rules/open311/views.ts'
import { isHidden, seesStep, textOfStep } from './rules/public-view.ts'
import { readCountingAnswers, searchUpdates } from './store/open311.server.ts'

/** What happened to reports in a window of time, oldest first, as everybody may see it. Moments are epoch milliseconds. */
export async function listOpen311Updates(
  context: Context<ReportsWorld>,
  range: { readonly fromMs: number; readonly toMs: number },
): Promise<Update[]> {
  allow(context, 'anyone')
  const reference = await referenceOf(context)
  const steps = toldSteps.filter((step) => seesStep('public', step))
  const lines = await searchUpdates(context.db, { ...range, steps, limit: mostRequests })
  const answeredIds = lines.filter((line) => line.step === 'answered').map((line) => line.report_id)
  const answers = await readCountingAnswers(context.db, answeredIds)
  return lines.map((line) => {
    const category = categoryOf(reference, line.category)
    const answer = line.step === 'answered' ? answers.get(line.report_id) : undefined
    const kept = isHidden(line.status) || (category.confidential && line.published_at === null)
    const words = answer ? maskPersonal(answer.text) : textOfStep('public', line, category.confidential)
    return {
      id: line.id,
      code: line.code,
      status: statusOfStep(line.step, answer?.ending ?? null),
      at: isoInProvince(line.at),
      text: kept ? null : words,
    }
  })
}
