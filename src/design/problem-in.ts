/** What a form answers when it was not taken. */
interface Problem {
  readonly message: string | null
  readonly errors: readonly { readonly path: string; readonly message: string }[]
  readonly values: Readonly<Record<string, string | string[]>>
}

/** What was wrong with a form, ready for its fields; nothing when it was not sent or was taken. */
export function problemIn(form: object | null) {
  const problem = form && 'errors' in form && 'values' in form ? (form as Problem) : null
  const errors = problem?.errors ?? []
  const own = problem?.message ? [{ path: '', message: problem.message }] : []
  const values: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(problem?.values ?? {})) {
    values[name] = typeof value === 'string' ? value : value.at(-1)
  }
  return {
    /** A form came back. */
    sent: problem !== null,
    errors: [...own, ...errors],
    values,
    /** Everything that was ticked under one name. */
    ticked: (name: string) => [problem?.values[name] ?? []].flat(),
    of: (path: string) =>
      errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message,
  }
}
