import type { Context } from '../context.ts'
import { allow, enqueue } from '../context.ts'
import { isoInProvince } from '../pure/time.ts'
import type { WebhookTables } from './tables.ts'
import { insertDeliveries, readListening } from './webhooks.server.ts'

/** Whoever listens is told of an event after the transaction of its cause commits: names and codes, never words. */
export async function queueWebhook(
  context: Context<WebhookTables>,
  event: { readonly kind: string; readonly data: Readonly<Record<string, string | null>> },
): Promise<void> {
  allow(context, 'anyone')
  const listening = await readListening(context.db, event.kind)
  if (listening.length === 0) return
  const now = context.now()
  const body = JSON.stringify({ type: event.kind, timestamp: isoInProvince(now), data: event.data })
  const rows = listening.map(({ id }) => ({
    id: context.newId(),
    endpoint_id: id,
    kind: event.kind,
    body,
    created_at: now,
    tries: 0,
    tried_at: null,
    next_at: now,
    delivered_at: null,
    status: null,
    error: null,
  }))
  await insertDeliveries(context.db, rows)
  for (const { id, endpoint_id } of rows)
    await enqueue(context, 'deliver-webhook', { data: { id }, options: { group: endpoint_id } })
}
