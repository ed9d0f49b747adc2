import type { z } from 'zod'
import { namePeople } from '#people/name-people.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { headOf } from './batch-head.ts'
import { afterOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { BatchCard, listBatchesInput } from './rules/batches.ts'
import { mayWorkAtDesk } from './rules/permissions.ts'
import { readBatches } from './store/batches.server.ts'

/** What the agency moved in batches, newest first, and what waits for a second person. Refuses not-permitted. */
export async function listBatches(
  context: Context<ReportsWorld>,
  input: z.output<typeof listBatchesInput>,
): Promise<PageOf<BatchCard>> {
  allow(context, 'signed-in')
  const { actor } = context
  if (!mayWorkAtDesk(actor) || actor.agency === null) throw refusePlatform('not-permitted')
  const found = afterOf(input.cursor)
  const after = found?.at === 'infinity' ? null : found
  const rows = await readBatches(context.db, { agency: actor.agency, after, limit: input.limit })
  const page = cutPage(rows, input.limit, (row) => [row.made_at.toString(), row.id])
  const names = await namePeople(context, { ids: page.items.flatMap((row) => [row.made_by, row.decided_by]) })
  return { ...page, items: page.items.map((row) => headOf(context, row, { names, count: row.count })) }
}
