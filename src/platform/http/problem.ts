import type { FieldError, Refused } from '../pure/refused.ts'

/** RFC 9457: what the API answers when it cannot do what was asked. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** The refusal's name, or the code of a bug to quote. */
  readonly code: string
  readonly errors?: readonly FieldError[]
  readonly [detail: string]: unknown
}

export const problemType = 'application/problem+json; charset=utf-8'

/** A refusal as a problem document; `title` is its words in the reader's language. */
export function problemOf(refused: Refused, title: string): Problem {
  return {
    type: `/api/docs#refusal-${refused.code}`,
    title,
    status: refused.status,
    code: refused.code,
    ...refused.details,
    ...(refused.errors.length > 0 ? { errors: refused.errors } : {}),
  }
}

/** A bug: nothing of it but the code under which the log has it. */
export function problemOfBug(code: string, title: string): Problem {
  return { type: 'about:blank', title, status: 500, code }
}
