import type { Reference } from './report-reference.ts'
import { categoryOf } from './report-reference.ts'
import { refuse } from './rules/refusals.ts'
import { unknownPlaceholders } from './rules/replies.ts'

/** Refuses category-not-found, and reply-placeholder-unknown for braces that nothing stands for. */
export function checkReply(
  reference: Reference,
  input: { readonly body: string; readonly category?: string | undefined },
): void {
  if (input.category !== undefined) categoryOf(reference, input.category)
  if (unknownPlaceholders(input.body).length === 0) return
  throw refuse('reply-placeholder-unknown', {
    errors: [{ path: 'body', message: 'reply-placeholder-unknown' }],
  })
}
