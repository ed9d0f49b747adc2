import type { z } from 'zod'
import type { Context } from '../context.ts'
import { allow, enqueue, inTransaction } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { WebhookTables } from './tables.ts'
import type { webhookIdInput } from './webhook-views.ts'
import { readDelivery, saveTry } from './webhooks.server.ts'

/** An administrator lets something be delivered again, with all its tries, under the same id. Refuses not-found. */
export async function replayWebhook(
  context: Context<WebhookTables>,
  input: z.output<typeof webhookIdInput>,
): Promise<{ id: string }> {
  allow(context, 'manage-webhooks')
  return inTransaction(context, async (context) => {
    const found = await readDelivery(context.db, input.id)
    if (!found || found.removed_at !== null) throw refusePlatform('not-found')
    await saveTry(context.db, found.id, { tries: 0, next_at: context.now(), delivered_at: null })
    const options = { group: found.endpoint_id }
    await enqueue(context, 'deliver-webhook', { data: { id: found.id }, options })
    return { id: found.id }
  })
}
