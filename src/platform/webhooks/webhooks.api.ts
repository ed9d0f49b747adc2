import type { EndpointRow } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { listWebhookDeliveries } from './list-webhook-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { registerWebhook } from './register-webhook.ts'
import { removeWebhook } from './remove-webhook.ts'
import { replayWebhook } from './replay-webhook.ts'
import * as views from './webhook-views.ts'

const who = 'manage-webhooks'

/** Who is told what happens, and what they were told. */
export const webhooksEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/webhooks',
    summary: 'Addresses that are told what happens',
    who,
    input: views.listWebhooksInput,
    output: views.webhooksView,
    run: listWebhooks,
  }),
  endpoint({
    method: 'POST',
    path: '/webhooks',
    summary: 'Register an address; its signing secret is told this once',
    who,
    input: views.registerWebhookInput,
    output: views.registeredWebhook,
    status: 201,
    run: registerWebhook,
  }),
  endpoint({
    method: 'DELETE',
    path: '/webhooks/{id}',
    summary: 'Take an address away',
    who,
    input: views.webhookIdInput,
    output: views.webhookId,
    run: removeWebhook,
  }),
  endpoint({
    method: 'GET',
    path: '/webhook-deliveries',
    summary: 'What was sent, waits or was given up, newest first',
    who,
    input: views.listWebhookDeliveriesInput,
    output: views.webhookDeliveriesView,
    run: listWebhookDeliveries,
  }),
  endpoint({
    method: 'POST',
    path: '/webhook-deliveries/{id}/replay',
    summary: 'Deliver something again',
    who,
    input: views.webhookIdInput,
    output: views.webhookId,
    run: replayWebhook,
  }),
]
