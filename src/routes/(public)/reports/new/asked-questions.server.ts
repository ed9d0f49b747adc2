import type { RequestEvent } from '@sveltejs/kit'
import { listCategories } from '#reports/list-categories.ts'
import type { AskedView } from '#reports/rules/question-views.ts'
import type { AnswerValue } from '#reports/rules/questions.ts'
import { gateOf, tidyAnswers } from '#reports/rules/questions.ts'
import type { Filing, FilingProblem } from './read-filing.ts'
import { filingProblem } from './read-filing.ts'

/** What the category chosen in a filing asks. */
async function askedOf(event: RequestEvent, { typed }: Pick<Filing, 'typed'>): Promise<AskedView | null> {
  const { items } = await listCategories(event.locals.context)
  return items.find(({ code }) => code === typed['category'])?.questions ?? null
}

/** Everything the page needs to stand as it was, with what the chosen category asks. */
export async function askedAgain(
  event: RequestEvent,
  filing: Filing,
  more: Partial<FilingProblem>,
): Promise<FilingProblem> {
  return filingProblem(event, filing, { questions: await askedOf(event, filing), ...more })
}

/** An answer points to other help, and its sender has not read that yet. */
export async function pointsElsewhere(event: RequestEvent, filing: Filing): Promise<boolean> {
  if (filing.redirectSeen) return false
  const asked = await askedOf(event, filing)
  if (!asked) return false
  return gateOf(asked.items, tidyAnswers(asked.items, answersIn(filing.typed)))?.effect === 'redirect'
}

/** The answers among what was typed: `answers.depth` is the one to the question `depth`. */
function answersIn(typed: Filing['typed']): Record<string, AnswerValue> {
  const prefix = 'answers.'
  const entries = Object.entries(typed).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]))
}
