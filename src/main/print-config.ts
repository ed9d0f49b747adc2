import { variables } from './config.ts'

/** Prints every variable the program reads, with its sentence and what it is when nobody sets it. */
for (const [name, schema] of Object.entries(variables.shape)) {
  const sentence = String(schema.meta()?.['description'] ?? '')
  const fallback = schema.parse(undefined)
  const shown = fallback === '' ? '(none)' : String(fallback)
  process.stdout.write(`${name}\n    ${sentence}\n    default: ${shown}\n`)
}
