import { z } from 'zod'
import { scrub } from '../log.ts'
import { isoInProvince } from '../pure/time.ts'
import type { DeadLetterRow } from './dead-letters.server.ts'

/** A failed job as an officer sees it: what it was about by its codes, never the texts or numbers of people. */
export const deadLetterView = z.object({
  id: z.uuid(),
  queue: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  error: z.string(),
  tries: z.number().int(),
  firstQueuedAt: z.string(),
  diedAt: z.string(),
})

export type DeadLetterView = z.output<typeof deadLetterView>

const longestError = 300

export function viewDeadLetter(row: DeadLetterRow): DeadLetterView {
  return {
    id: row.id,
    queue: row.queue,
    about: codesOf(row.data),
    error: scrub(messageOf(row.error)).slice(0, longestError),
    tries: row.tries,
    firstQueuedAt: isoInProvince(row.first_queued_at),
    diedAt: isoInProvince(row.died_at),
  }
}

const codeLike = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9:_.-]{0,63}$/
const secretName = /token|secret|password|phone|name|email|text|seal/i

/** Fields that name things by code or id; everything a person wrote stays out. */
function codesOf(data: unknown): DeadLetterView['about'] {
  if (data === null || typeof data !== 'object') return {}
  const shown = Object.entries(data).filter(([name, value]) => !secretName.test(name) && isCode(value))
  return Object.fromEntries(shown)
}

function isCode(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && codeLike.test(value))
}

function messageOf(error: unknown): string {
  if (error !== null && typeof error === 'object') {
    if ('message' in error && typeof error.message === 'string') return error.message
    if ('value' in error && error.value !== null) return messageOf(error.value)
  }
  return typeof error === 'string' ? error : ''
}
