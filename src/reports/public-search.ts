import type { z } from 'zod'
import { foldText } from '#platform/pure/fold-text.ts'
import type { listPublicReportsInput } from './rules/inputs.ts'
import type { Status } from './rules/status.ts'
import { statusGroups } from './rules/status.ts'
import type { PublicSearch } from './store/report-search.server.ts'

/** What the filters of the public list look for; its files look for the same. */
export function publicSearchOf(
  input: Omit<z.output<typeof listPublicReportsInput>, 'limit' | 'cursor'>,
): Omit<PublicSearch, 'after' | 'limit'> {
  return {
    commune: input.commune,
    category: input.category,
    statuses: statusesOf(input.group),
    words: input.q === undefined ? undefined : foldText(input.q),
    box: boxOf(input.bbox),
  }
}

function statusesOf(group: 'all' | 'open' | 'done'): readonly Status[] | null {
  return group === 'all' ? null : statusGroups[group]
}

function boxOf(bbox: string | undefined): PublicSearch['box'] {
  if (bbox === undefined) return undefined
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number)
  return [west, south, east, north]
}
