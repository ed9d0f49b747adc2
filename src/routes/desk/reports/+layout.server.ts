import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { listQueue } from '#reports/list-queue.ts'
import { listQueueInput } from '#reports/rules/inputs.ts'
import type { LayoutServerLoad } from './$types'

/** The queue stands beside the case; its filters are in the address, so that a count is a link. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const names = Object.keys(listQueueInput.shape)
  const asked = Object.fromEntries([...url.searchParams].filter(([name]) => names.includes(name)))
  const read = listQueueInput.safeParse(decodeStrings(listQueueInput, asked))
  const input = read.success ? read.data : listQueueInput.parse({})
  const queue = await listQueue(locals.context, input)
  return { queue, filter: input.filter, q: input.q ?? '' }
}
