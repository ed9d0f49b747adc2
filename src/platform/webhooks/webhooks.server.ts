import type { Kysely, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { WebhookDeliveryRow, WebhookEndpointRow, WebhookTables } from './tables.ts'

export async function insertEndpoint(db: Kysely<WebhookTables>, row: WebhookEndpointRow): Promise<void> {
  await db.insertInto('webhook_endpoints').values(row).execute()
}

/** Endpoints that are told of this kind. */
export async function readListening(db: Kysely<WebhookTables>, kind: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('removed_at', 'is', null)
    .where(sql<boolean>`(events = '{}' or ${kind} = any (events))`)
    .orderBy('id')
    .execute()
}

export async function readEndpoints(db: Kysely<WebhookTables>, limit: number): Promise<WebhookEndpointRow[]> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('registered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Gives false when there is none. */
export async function removeEndpoint(
  db: Kysely<WebhookTables>,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const done = await db
    .updateTable('webhook_endpoints')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertDeliveries(
  db: Kysely<WebhookTables>,
  rows: readonly WebhookDeliveryRow[],
): Promise<void> {
  await db
    .insertInto('webhook_deliveries')
    .values([...rows])
    .execute()
}

export type Waiting = WebhookDeliveryRow & Pick<WebhookEndpointRow, 'url' | 'secret' | 'removed_at'>

export async function readDelivery(db: Kysely<WebhookTables>, id: string): Promise<Waiting | undefined> {
  return db
    .selectFrom('webhook_deliveries')
    .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_deliveries.endpoint_id')
    .selectAll('webhook_deliveries')
    .select(['webhook_endpoints.url', 'webhook_endpoints.secret', 'webhook_endpoints.removed_at'])
    .where('webhook_deliveries.id', '=', id)
    .executeTakeFirst()
}

export async function saveTry(
  db: Kysely<WebhookTables>,
  id: string,
  set: Updateable<WebhookDeliveryRow>,
): Promise<void> {
  await db.updateTable('webhook_deliveries').set(set).where('id', '=', id).execute()
}

/** Newest first. */
export async function readDeliveries(
  db: Kysely<WebhookTables>,
  page: { limit: number; before: { at: string; id: string } | null },
): Promise<(WebhookDeliveryRow & { url: string })[]> {
  let query = db
    .selectFrom('webhook_deliveries')
    .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_deliveries.endpoint_id')
    .selectAll('webhook_deliveries')
    .select('webhook_endpoints.url')
  if (page.before) {
    const { at, id } = page.before
    query = query.where(
      sql<boolean>`(webhook_deliveries.created_at, webhook_deliveries.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  return query
    .orderBy('webhook_deliveries.created_at', 'desc')
    .orderBy('webhook_deliveries.id', 'desc')
    .limit(page.limit)
    .execute()
}

export async function deleteDeliveries(db: Kysely<WebhookTables>, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('webhook_deliveries').where('created_at', '<', before).execute()
}
