import type { z } from 'zod'
import type { Context } from '../context.ts'
import { allow, inTransaction } from '../context.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { checkHost } from './checked-address.ts'
import { closeSecret, secretBytes, writeSecret } from './sign-webhook.ts'
import type { WebhookTables } from './tables.ts'
import type { registerWebhookInput } from './webhook-views.ts'
import { mostEndpoints } from './webhook-views.ts'
import { insertEndpoint, readEndpoints } from './webhooks.server.ts'

/**
 * An administrator registers an address that is told what happens. The signing secret is told this once. Refuses
 * webhook-address-refused for private networks and, in production, for what is not https.
 */
export async function registerWebhook(
  context: Context<WebhookTables>,
  input: z.output<typeof registerWebhookInput>,
): Promise<{ id: string; secret: string }> {
  allow(context, 'manage-webhooks')
  const { settings } = context.outside
  refuseAddress(input.url, settings)
  return inTransaction(context, async (context) => {
    const there = await readEndpoints(context.db, mostEndpoints)
    if (there.length >= mostEndpoints) throw refusePlatform('webhooks-used-up')
    const id = context.newId()
    const secret = writeSecret(context.randomBytes(secretBytes))
    await insertEndpoint(context.db, {
      id,
      url: input.url,
      secret: closeSecret(settings.secret, id, secret),
      events: input.events,
      registered_by: context.actor.personId,
      registered_at: context.now(),
      removed_at: null,
    })
    return { id, secret }
  })
}

function refuseAddress(
  address: string,
  settings: { readonly mode: string; readonly webhookNetworks: readonly string[] },
): void {
  const url = new URL(address)
  const refused = () =>
    refusePlatform('webhook-address-refused', {
      errors: [{ path: 'url', message: 'webhook-address-refused' }],
    })
  if (settings.mode === 'production' && url.protocol !== 'https:') throw refused()
  if (url.username !== '' || url.password !== '') throw refused()
  try {
    checkHost(url.hostname, settings.webhookNetworks)
  } catch {
    throw refused()
  }
}
