import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import type { WebhookTables } from './tables.ts'
import { deleteDeliveries } from './webhooks.server.ts'

/** Days for which deliveries can be looked at and replayed. */
const keptDays = 30

/** Old deliveries are forgotten. */
export async function sweepWebhooks(context: Context<WebhookTables>): Promise<void> {
  allow(context, 'replay-jobs')
  await deleteDeliveries(context.db, context.now().subtract({ hours: keptDays * 24 }))
}
