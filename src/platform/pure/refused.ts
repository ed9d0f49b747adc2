/** An expected "no": a name from a closed list, a status for HTTP, and what exactly was wrong. */
export class Refused extends Error {
  readonly isRefused = true
  readonly code: string
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: string, status: number, more: RefusalDetails = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.status = status
    this.errors = more.errors ?? []
    this.details = more.details ?? {}
  }
}

/** One wrong field: its path in the input, and a message key or a sentence. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

export interface RefusalDetails {
  readonly errors?: readonly FieldError[]
  /** Values for the placeholders of the refusal's words. */
  readonly details?: Readonly<Record<string, string | number>>
}

/** True for a refusal, also when it was made by another copy of this module. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && 'isRefused' in error && error.isRefused === true
}

/**
 * Turns a subject's closed list of refusals (name → HTTP status) into the function that makes them.
 * A name that is not on the list does not compile.
 */
export function refusals<List extends Record<string, number>>(list: List) {
  return (code: keyof List & string, more: RefusalDetails = {}) => new Refused(code, list[code] ?? 500, more)
}
