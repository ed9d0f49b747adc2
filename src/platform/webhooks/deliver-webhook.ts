import { z } from 'zod'
import type { Context } from '../context.ts'
import { allow, enqueue, inTransaction } from '../context.ts'
import { postChecked } from './post-checked.server.ts'
import { nextDelayMinutes } from './retry-delays.ts'
import { openSecret, signWebhook } from './sign-webhook.ts'
import type { WebhookTables } from './tables.ts'
import type { Waiting } from './webhooks.server.ts'
import { readDelivery, saveTry } from './webhooks.server.ts'

export const deliverWebhookInput = z.strictObject({ id: z.uuid() })

/**
 * One try to deliver. What did not arrive is tried again, from a minute to a day later; every try is signed anew with its
 * own time. A delivery may arrive twice, never silently not at all: receivers tell by `webhook-id`.
 */
export async function deliverWebhook(
  context: Context<WebhookTables>,
  input: z.output<typeof deliverWebhookInput>,
): Promise<void> {
  allow(context, 'replay-jobs')
  const waiting = await readDelivery(context.db, input.id)
  if (!waiting || waiting.delivered_at !== null) return
  const outcome =
    waiting.removed_at === null ? await send(context, waiting) : { status: null, error: 'removed' }
  const now = context.now()
  const tries = waiting.tries + 1
  const delay = outcome.error === null || waiting.removed_at !== null ? null : nextDelayMinutes(tries)
  const nextAt = delay === null ? null : now.add({ minutes: delay })
  await inTransaction(context, async (context) => {
    const arrived = outcome.error === null ? now : null
    await saveTry(context.db, waiting.id, {
      ...outcome,
      tries,
      tried_at: now,
      next_at: nextAt,
      delivered_at: arrived,
    })
    if (nextAt === null) return
    const options = { notBefore: nextAt, group: waiting.endpoint_id }
    await enqueue(context, 'deliver-webhook', { data: { id: waiting.id }, options })
  })
}

const longestError = 300

async function send(
  context: Context<WebhookTables>,
  waiting: Waiting,
): Promise<{ status: number | null; error: string | null }> {
  const { secret, webhookNetworks } = context.outside.settings
  const message = {
    id: waiting.id,
    epochSeconds: Math.floor(context.now().epochMilliseconds / 1000),
    body: waiting.body,
  }
  const signed = signWebhook(openSecret(secret, waiting.endpoint_id, waiting.secret), message)
  try {
    const status = await postChecked({
      url: waiting.url,
      headers: { 'content-type': 'application/json', 'user-agent': 'c-thainguyen-webhooks', ...signed },
      body: waiting.body,
      allowed: webhookNetworks,
    })
    return { status, error: status >= 200 && status < 300 ? null : `HTTP ${status}` }
  } catch (error) {
    const text = error instanceof Error ? error.message || error.name : String(error)
    return { status: null, error: text.slice(0, longestError) }
  }
}
