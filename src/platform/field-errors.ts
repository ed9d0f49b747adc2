import type { z } from 'zod'
import type { Context } from './context.ts'
import type { FieldError } from './pure/refused.ts'

/** The wrong fields of an input, each with its path and a sentence in the reader's language. */
export function fieldErrors(
  error: z.ZodError,
  context: Pick<Context<unknown>, 'language' | 'outside'>,
): FieldError[] {
  const { words } = context.outside
  return error.issues.flatMap((issue) => {
    const message = words.field(issue, context.language)
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message }]
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message }))
  })
}
