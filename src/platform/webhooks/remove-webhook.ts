import type { z } from 'zod'
import type { Context } from '../context.ts'
import { allow, inTransaction } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { WebhookTables } from './tables.ts'
import type { webhookIdInput } from './webhook-views.ts'
import { removeEndpoint } from './webhooks.server.ts'

/** An administrator takes an address away; what waits for it is not sent any more. Refuses not-found. */
export async function removeWebhook(
  context: Context<WebhookTables>,
  input: z.output<typeof webhookIdInput>,
): Promise<{ id: string }> {
  allow(context, 'manage-webhooks')
  return inTransaction(context, async (context) => {
    if (!(await removeEndpoint(context.db, input.id, context.now()))) throw refusePlatform('not-found')
    return { id: input.id }
  })
}
