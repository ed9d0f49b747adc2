import { error } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { toldKinds } from '#main/report-webhooks.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { usualPage } from '#platform/pure/page.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { listWebhookDeliveries } from '#platform/webhooks/list-webhook-deliveries.ts'
import { listWebhooks } from '#platform/webhooks/list-webhooks.ts'
import { registerWebhook } from '#platform/webhooks/register-webhook.ts'
import { removeWebhook } from '#platform/webhooks/remove-webhook.ts'
import { replayWebhook } from '#platform/webhooks/replay-webhook.ts'
import { registerWebhookInput, webhookIdInput } from '#platform/webhooks/webhook-views.ts'
import type { Actions, PageServerLoad } from './$types'

/** Who is told what happens, and what they were told. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals
  const cursor = url.searchParams.get('cursor')?.slice(0, 400) || undefined
  try {
    const [webhooks, deliveries] = await Promise.all([
      listWebhooks(context),
      listWebhookDeliveries(context, { limit: usualPage, cursor }),
    ])
    return { webhooks: webhooks.items, deliveries, kinds: toldKinds, key: context.newId() }
  } catch (refused) {
    if (isRefused(refused)) error(refused.status, { message: refused.code, refusal: refused.code })
    throw refused
  }
}

const back = () => localizeHref('/desk/settings/webhooks')

export const actions: Actions = {
  register: async (event) => {
    const registered = await formAction(event, { schema: registerWebhookInput, run: registerWebhook })
    return 'status' in registered ? registered : { secret: registered.secret }
  },
  remove: (event) => formAction(event, { schema: webhookIdInput, run: removeWebhook, then: back }),
  replay: (event) => formAction(event, { schema: webhookIdInput, run: replayWebhook, then: back }),
}
