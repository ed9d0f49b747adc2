import type { z } from 'zod'
import { m } from '#design/messages/messages.js'
import type { Language } from '#platform/context.ts'

type Message = (inputs: object, options: { locale: Language }) => string

const messages = m as unknown as Record<string, Message | undefined>

/** The words of a refusal (or of a bug) in the reader's language; the bare name where there are none. */
export function refusalWords(code: string, language: Language, details: object): string {
  return say(`refusal_${code.replaceAll('-', '_')}`, language, details) ?? code
}

/**
 * A sentence for a wrong field. A schema may name its own message (`field_…`); the usual mistakes have one each.
 */
export function fieldWords(issue: z.core.$ZodIssue, language: Language): string {
  const own = issue.message.startsWith('field_') ? say(issue.message, language, {}) : null
  return own ?? say(...usualMistake(issue, language)) ?? issue.message
}

/** The words of a message for a file; hyphens of codes count as underlines, the bare name stands where there are none. */
export function textWords(key: string, language: Language): string {
  return say(key.replaceAll('-', '_'), language, {}) ?? key
}

function usualMistake(issue: z.core.$ZodIssue, language: Language): [string, Language, object] {
  if (issue.code === 'unrecognized_keys') return ['field_unknown', language, {}]
  if (issue.code === 'too_small') return [tooSmall(issue), language, { limit: Number(issue.minimum) }]
  if (issue.code === 'too_big')
    return [`field_too_big_${kindOf(issue.origin)}`, language, { limit: Number(issue.maximum) }]
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined || issue.input === null
    return [missing ? 'field_missing' : 'field_wrong_form', language, {}]
  }
  if (issue.code === 'invalid_value') return ['field_not_in_list', language, {}]
  return ['field_wrong_form', language, {}]
}

function tooSmall(issue: Extract<z.core.$ZodIssue, { code: 'too_small' }>): string {
  return issue.origin === 'string' && issue.minimum === 1
    ? 'field_missing'
    : `field_too_small_${kindOf(issue.origin)}`
}

function kindOf(origin: string): string {
  if (origin === 'string') return 'text'
  return origin === 'array' || origin === 'set' || origin === 'file' ? 'list' : 'number'
}

function say(key: string, language: Language, details: object): string | null {
  return messages[key]?.(details, { locale: language }) ?? null
}
