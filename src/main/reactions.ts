import type { Reaction } from '#platform/context.ts'
import { deskNotices } from './desk-notices.ts'
import { reportNotices } from './report-notices.ts'
import { reportWebhooks } from './report-webhooks.ts'
import { followerNotices } from './tell-followers.ts'

/** Who reacts to whose events. Each runs inside the transaction of its cause. */
export const reactions: readonly Reaction[] = [
  ...reportWebhooks,
  ...reportNotices,
  ...followerNotices,
  ...deskNotices,
]
