import type { z } from 'zod'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import { viewOfReply } from './reply-view.ts'
import type { ReportsWorld } from './report-reference.ts'
import { referenceOf } from './report-reference.ts'
import type { listRepliesInput } from './rules/deskwork-inputs.ts'
import type { ReplyView } from './rules/deskwork-views.ts'
import { mayWorkAtDesk } from './rules/permissions.ts'
import { readReplies } from './store/replies.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ready-made replies of the own agency and of the whole province, by title. Refuses not-permitted. */
export async function listReplies(
  context: Context<ReportsWorld>,
  input: z.output<typeof listRepliesInput>,
): Promise<PageOf<ReplyView>> {
  allow(context, 'signed-in')
  if (!mayWorkAtDesk(context.actor)) throw refusePlatform('not-permitted')
  const [at, id] = readCursor(input.cursor) ?? []
  const after = typeof at === 'string' && typeof id === 'string' && uuid.test(id) ? { at, id } : null
  const rows = await readReplies(context.db, { agency: context.actor.agency, after, limit: input.limit })
  const page = cutPage(rows, input.limit, (row) => [row.title, row.id])
  const reference = await referenceOf(context)
  return { ...page, items: page.items.map((row) => viewOfReply(context, reference, row)) }
}
