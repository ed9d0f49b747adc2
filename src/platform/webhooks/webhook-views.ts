import { z } from 'zod'
import { pageInput, pageOf } from '../pure/page.ts'

const when = z.string().meta({ description: 'ISO 8601 with offset', example: '2026-11-23T14:05:00+07:00' })
/** Most endpoints there can be. */
export const mostEndpoints = 100

export const registerWebhookInput = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'field_wrong_form' })
    .refine((url) => !/[\s\p{Cc}]/u.test(url), 'field_wrong_form')
    .max(500)
    .meta({ description: 'Where to post to' }),
  events: z
    .array(
      z
        .string()
        .regex(/^[a-z-]+$/, 'field_not_in_list')
        .max(60),
    )
    .max(60)
    .default([])
    .meta({ description: 'Kinds of events; none means all' }),
})
export const webhookIdInput = z.strictObject({ id: z.uuid() })
export const listWebhooksInput = z.strictObject({})
export const listWebhookDeliveriesInput = z.strictObject({ ...pageInput })

export const webhookId = z.object({ id: z.string() })
export const registeredWebhook = z.object({
  id: z.string(),
  secret: z.string().meta({ description: 'Signs what is sent; told this once' }),
})
export const webhookView = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  registeredAt: when,
})
export type WebhookView = z.output<typeof webhookView>
export const webhooksView = z.object({ items: z.array(webhookView), nextCursor: z.null() })
export const webhookDeliveryView = z.object({
  id: z.string(),
  url: z.string(),
  kind: z.string(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  tries: z.number().int(),
  createdAt: when,
  triedAt: when.nullable(),
  nextAt: when.nullable(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
})
export type WebhookDeliveryView = z.output<typeof webhookDeliveryView>
export const webhookDeliveriesView = pageOf(webhookDeliveryView)
