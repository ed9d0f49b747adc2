import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { UnreadView } from './rules/views.ts'
import { countInboxUnread } from './store/notices.server.ts'
import type { NoticesTables } from './store/tables.ts'

/** How many notices whoever is signed in has not read; none for somebody who is not. */
export async function countUnread(context: Context<NoticesTables>): Promise<UnreadView> {
  allow(context, 'anyone')
  const { personId } = context.actor
  return { unread: personId === null ? 0 : await countInboxUnread(context.db, personId) }
}
