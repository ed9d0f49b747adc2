import type { z } from 'zod'
import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { listPublicReportsInput } from '#reports/rules/inputs.ts'

export type ListQuery = z.output<typeof listPublicReportsInput>

const asked = ['commune', 'category', 'group', 'q', 'cursor'] as const

/** The filters in an address. One that makes no sense is left out: a link that somebody passed on still opens. */
export function readListQuery(parameters: URLSearchParams, limit: number): ListQuery {
  const given: Record<string, string> = {}
  for (const name of asked) {
    const value = parameters.get(name)
    if (value) given[name] = value
  }
  const first = listPublicReportsInput.safeParse({ ...decodeStrings(listPublicReportsInput, given), limit })
  if (first.success) return first.data
  for (const issue of first.error.issues) delete given[String(issue.path[0])]
  return listPublicReportsInput.parse({ ...decodeStrings(listPublicReportsInput, given), limit })
}
