import { m } from '#design/messages/messages.js'
import type { Verb } from '../rules/status.ts'
import type { QueueFilter } from '../rules/words.ts'

type Words = Readonly<Record<string, (() => string) | undefined>>
const messages = m as unknown as Words

/** The name of a room of the queue. */
export function filterWords(filter: QueueFilter): string {
  return say(`reports_filter_${filter}`)
}

/** What a verb is called on its button. */
export function verbWords(verb: Verb): string {
  return say(`reports_verb_${verb}`)
}

/** The words of one member of a closed set of reports: `reports_<set>_<member>`. */
export function say(name: string): string {
  return messages[name.replaceAll('-', '_')]?.() ?? name
}
