/** What came back from a form of the case that was not taken. */
export interface CaseProblem {
  readonly message: string | null
  readonly errors: readonly { readonly path: string; readonly message: string }[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

/** One text that was typed into the form before. */
export function typed(problem: CaseProblem | null, name: string): string {
  const value = problem?.values[name]
  return typeof value === 'string' ? value : ''
}

/** What is wrong with one field. */
export function wrongWith(problem: CaseProblem | null, path: string): string | undefined {
  return problem?.errors.find((error) => error.path === path)?.message
}
