/** The codes an answer stands for, as gates and routing rules name them. */
export function codesOfAnswer(
  value: string | number | boolean | readonly string[] | undefined,
): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return typeof value === 'object' ? value : [String(value)]
}

/** Whether an answer opens a gate. Small enough for the first view of the form. */
export function meets(
  gate: { readonly when: readonly string[] },
  value: Parameters<typeof codesOfAnswer>[0],
): boolean {
  return codesOfAnswer(value).some((code) => gate.when.includes(code))
}
