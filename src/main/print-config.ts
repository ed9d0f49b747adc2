import { variables } from './config.ts'

/** Prints every variable the program reads, with its sentence and what it is when nobody sets it. */
const paragraphs = Object.entries(variables.shape).map(([name, schema]) => {
  const sentence = String(schema.meta()?.['description'] ?? '')
  const fallback = schema.parse(undefined)
  return `${name}\n    ${sentence}\n    default: ${fallback === '' ? '(none)' : String(fallback)}\n`
})
process.stdout.write(paragraphs.join(''))
