/** The tables of webhooks. */
export interface WebhookTables {
  webhook_endpoints: WebhookEndpointRow
  webhook_deliveries: WebhookDeliveryRow
}

export interface WebhookEndpointRow {
  id: string
  url: string
  secret: Buffer
  events: string[]
  registered_by: string | null
  registered_at: Temporal.Instant
  removed_at: Temporal.Instant | null
}

export interface WebhookDeliveryRow {
  id: string
  endpoint_id: string
  kind: string
  body: string
  created_at: Temporal.Instant
  tries: number
  tried_at: Temporal.Instant | null
  next_at: Temporal.Instant | null
  delivered_at: Temporal.Instant | null
  status: number | null
  error: string | null
}
