import type { z } from 'zod'
import type { Context } from '../context.ts'
import { allow } from '../context.ts'
import type { PageOf } from '../pure/page.ts'
import { cutPage, readMomentCursor } from '../pure/page.ts'
import { isoInProvince, isoInProvinceOrNull } from '../pure/time.ts'
import type { WebhookTables } from './tables.ts'
import type { WebhookDeliveryView, listWebhookDeliveriesInput } from './webhook-views.ts'
import { readDeliveries } from './webhooks.server.ts'

/** What was sent, what waits and what was given up, newest first. */
export async function listWebhookDeliveries(
  context: Context<WebhookTables>,
  input: z.output<typeof listWebhookDeliveriesInput>,
): Promise<PageOf<WebhookDeliveryView>> {
  allow(context, 'manage-webhooks')
  const before = readMomentCursor(input.cursor)
  const rows = await readDeliveries(context.db, { before, limit: input.limit + 1 })
  const page = cutPage(rows, input.limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      url: row.url,
      kind: row.kind,
      state: row.delivered_at !== null ? 'delivered' : row.next_at !== null ? 'waiting' : 'given-up',
      tries: row.tries,
      createdAt: isoInProvince(row.created_at),
      triedAt: isoInProvinceOrNull(row.tried_at),
      nextAt: isoInProvinceOrNull(row.next_at),
      status: row.status,
      error: row.error,
    })),
  }
}
