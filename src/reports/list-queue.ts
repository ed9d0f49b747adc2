import type { z } from 'zod'
import { foldText } from '#platform/pure/fold-text.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { cutPage } from '#platform/pure/page.ts'
import { queueCardsOf } from './report-cards.ts'
import { afterOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listQueueInput } from './rules/inputs.ts'
import { queueOf } from './queue-of.ts'
import type { QueueFilter } from './rules/words.ts'
import type { QueueView } from './rules/views.ts'
import { countQueue, isNewestFirst, searchQueue } from './store/report-queue.server.ts'
import type { ReportRow } from './store/tables.ts'

/**
 * The reports of the officer's agency in one room of the queue, with how many lie in each room; the province's intake
 * sees all agencies, or one of them. Refuses not-permitted.
 */
export async function listQueue(
  context: Context<ReportsWorld>,
  input: z.output<typeof listQueueInput>,
): Promise<QueueView> {
  allow(context, 'signed-in')
  const of = queueOf(context, input.agency)
  const after = afterOf(input.cursor)
  const rows = await searchQueue(context.db, {
    ...of,
    filter: input.filter,
    commune: input.commune,
    category: input.category,
    words: input.q === undefined ? undefined : foldText(input.q),
    after: after && [after.at, after.id],
    limit: input.limit,
  })
  const page = cutPage(rows, input.limit, (row) => keyIn(input.filter, row))
  return { ...page, items: await queueCardsOf(context, page.items), counts: await countQueue(context.db, of) }
}

function keyIn(filter: QueueFilter, row: ReportRow): [string, string] {
  if (isNewestFirst(filter)) return [row.updated_at.toString(), row.id]
  return [row.due_at?.toString() ?? 'infinity', row.id]
}
