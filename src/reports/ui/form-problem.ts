/** What came back from a form that was not taken: what is wrong where, and what was typed. */
export interface SentForm {
  readonly message: string | null
  readonly errors: readonly { readonly path: string; readonly message: string }[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

/** One text that was typed before. */
export function typedText(form: SentForm | null | undefined, name: string): string {
  const value = form?.values[name]
  return typeof value === 'string' ? value : (value?.at(-1) ?? '')
}

/** What is wrong with one field, or with one of its parts. */
export function wrongField(form: SentForm | null | undefined, path: string): string | undefined {
  return form?.errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message
}
