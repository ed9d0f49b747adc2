import { listBatches } from '#reports/list-batches.ts'
import type { PageServerLoad } from './$types'

const rows = 30

/** What the agency moved at once, and what waits for a second person. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const cursor = url.searchParams.get('cursor')?.slice(0, 400)
  return { batches: await listBatches(context, { limit: rows, cursor }) }
}
