import { z } from 'zod'
import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import type { PageOf } from '../pure/page.ts'
import { cutPage, pageInput, readMomentCursor } from '../pure/page.ts'
import { viewDeadLetter } from './dead-letter-view.ts'
import type { DeadLetterView } from './dead-letter-view.ts'
import { readDeadLetters } from './dead-letters.server.ts'
import { deadLetterQueue } from './pg-boss-queue.server.ts'

export const listDeadLettersInput = z.strictObject(pageInput)

/** An officer sees the work the platform could not do, newest first: what it was, why it failed, how often it was tried. */
export async function listDeadLetters<Tables>(
  context: Context<Tables>,
  page: z.output<typeof listDeadLettersInput>,
): Promise<PageOf<DeadLetterView>> {
  allow(context, 'replay-jobs')
  const before = readMomentCursor(page.cursor)
  const after = before && ([before.at, before.id] as const)
  const rows = await readDeadLetters(context.db, { queue: deadLetterQueue, limit: page.limit + 1, after })
  const cut = cutPage(rows, page.limit, (row) => [row.died_at.toString(), row.id])
  return { items: cut.items.map(viewDeadLetter), nextCursor: cut.nextCursor }
}
