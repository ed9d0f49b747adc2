import { isActionFailure } from '@sveltejs/kit'
import type { FormProblem } from '#platform/pages/form-action.ts'

/**
 * Gives every wrong thing of a form a sentence: a refusal names its fields by keys, and its words are those of the whole;
 * a refusal without a field stands alone at the top.
 */
export function withSentences(problem: FormProblem): FormProblem {
  const { message } = problem
  if (message === null) return problem
  const errors =
    problem.errors.length === 0
      ? [{ path: '', message }]
      : problem.errors.map(({ path, message: own }) => ({ path, message: isKey(own) ? message : own }))
  return { ...problem, message: null, errors }
}

/** The name of a refusal stands for its words; anything else is a sentence already. */
function isKey(message: string): boolean {
  return /^[a-z-]+$/.test(message)
}

/** The problem in what a form action gave back, if there was one. */
export function problemOf(
  result: unknown,
): { readonly status: number; readonly problem: FormProblem } | null {
  if (!isActionFailure(result)) return null
  const { status, data }: { status: number; data: unknown } = result
  return { status, problem: withSentences(data as FormProblem) }
}
