import type { Verb } from '../rules/status.ts'

/** The verbs of the desk, in the order in which an officer thinks of them. */
export const deskVerbs: readonly Verb[] = [
  'approve-answer',
  'decide-extension',
  'accept',
  'start',
  'answer',
  'assign',
  'ask-for-more',
  'return',
  'request-extension',
  'reject',
  'merge',
  'publish',
  'close',
]

/** The verb whose form was just sent and not taken: the page's address ends in `?/verb`. */
export function sentVerb(search: string): string | null {
  const sent = [...new URLSearchParams(search).keys()].find((name) => name.startsWith('/'))
  return sent === undefined ? null : sent.slice(1)
}
