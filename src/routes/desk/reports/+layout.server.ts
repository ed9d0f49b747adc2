import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { listFilters } from '#reports/list-filters.ts'
import { listQueue } from '#reports/list-queue.ts'
import { listQueueInput } from '#reports/rules/inputs.ts'
import type { LayoutServerLoad } from './$types'

/** The queue stands beside the case; its filters are in the address, so that a count is a link. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const names = Object.keys(listQueueInput.shape)
  const asked = Object.fromEntries([...url.searchParams].filter(([name]) => names.includes(name)))
  const read = listQueueInput.safeParse(decodeStrings(listQueueInput, asked))
  const input = read.success ? read.data : listQueueInput.parse({})
  const [queue, saved] = await Promise.all([
    listQueue(locals.context, input),
    listFilters(locals.context, {}),
  ])
  return { queue, saved: saved.items, filter: input.filter, q: input.q ?? '' }
}
