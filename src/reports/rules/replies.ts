import type { Verb } from './status.ts'

/** The moves whose text a ready-made reply can fill. */
export const replyVerbs = [
  'answer',
  'ask-for-more',
  'reject',
  'return',
  'request-extension',
] as const satisfies readonly Verb[]
export type ReplyVerb = (typeof replyVerbs)[number]

/** What may stand in braces in a ready-made reply. */
export const replyPlaceholders = [
  'code',
  'title',
  'category',
  'commune',
  'agency',
  'dueDate',
  'today',
] as const
export type ReplyValues = Readonly<Record<(typeof replyPlaceholders)[number], string>>

const inBraces = /\{\s*(\w+)\s*\}/g

/** Names in braces that nothing stands for. */
export function unknownPlaceholders(body: string): string[] {
  const known: readonly string[] = replyPlaceholders
  return [...body.matchAll(inBraces)].map(([, name = '']) => name).filter((name) => !known.includes(name))
}

/** The reply with this report's own words in place of the braces. */
export function fillReply(body: string, values: ReplyValues): string {
  const known: Readonly<Record<string, string>> = values
  return body.replaceAll(inBraces, (whole, name: string) => known[name] ?? whole)
}
