import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import { isoInProvince } from '../pure/time.ts'
import type { WebhookTables } from './tables.ts'
import type { WebhookView } from './webhook-views.ts'
import { mostEndpoints } from './webhook-views.ts'
import { readEndpoints } from './webhooks.server.ts'

/** Who is told what happens, newest first. */
export async function listWebhooks(
  context: Context<WebhookTables>,
): Promise<{ items: WebhookView[]; nextCursor: null }> {
  allow(context, 'manage-webhooks')
  const rows = await readEndpoints(context.db, mostEndpoints)
  const items = rows.map(({ id, url, events, registered_at }) => ({
    id,
    url,
    events,
    registeredAt: isoInProvince(registered_at),
  }))
  return { items, nextCursor: null }
}
