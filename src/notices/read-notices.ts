import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { readNoticesInput } from './rules/inputs.ts'
import type { UnreadView } from './rules/views.ts'
import { countInboxUnread, markRead } from './store/notices.server.ts'
import type { NoticesTables } from './store/tables.ts'

/** Marks notices of whoever is signed in as read, the named ones or all, and says how many are left. */
export async function readNotices(
  context: Context<NoticesTables>,
  input: z.output<typeof readNoticesInput>,
): Promise<UnreadView> {
  allow(context, 'signed-in')
  const personId = context.actor.personId ?? ''
  const ids = input.ids ?? null
  if (ids === null || ids.length > 0) await markRead(context.db, { personId, ids, at: context.now() })
  return { unread: await countInboxUnread(context.db, personId) }
}
