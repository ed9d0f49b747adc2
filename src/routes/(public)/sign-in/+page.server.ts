import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { describeMe } from '#people/describe-me.ts'
import { resolveActor } from '#people/resolve-actor.ts'
import { sendPhoneCodeInput, signInByCodeInput } from '#people/rules/inputs.ts'
import { readPhone } from '#people/rules/phone.ts'
import { sendPhoneCode } from '#people/send-phone-code.ts'
import { keepCookies, safePath } from '../../keep-cookies.ts'
import { signInStep } from '../../sign-in-step.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { settings } = locals.context.outside
  return {
    demo: settings.mode !== 'production',
    provider: settings.oidc?.label ?? null,
    providerFailed: url.searchParams.get('provider') === 'failed',
  }
}

function whereTo(url: URL): string {
  return safePath(url.searchParams.get('next') ?? url.searchParams.get('to'), localizeHref('/'))
}

/** First time here: the person says their name before going on. */
async function onwards(event: RequestEvent, cookies: readonly string[]): Promise<string> {
  const { context, world } = event.locals
  const carried = cookies.map((line) => line.split(';')[0]).join('; ')
  const actor = await resolveActor(context, { cookies: carried, receipts: [] })
  const me = await describeMe(world.contextFor({ actor }))
  const to = whereTo(event.url)
  return me.named ? to : `${localizeHref('/me')}?welcome=1&to=${encodeURIComponent(to)}`
}

export const actions: Actions = {
  phone: async (event) => {
    const step = await signInStep(event, {
      schema: sendPhoneCodeInput,
      run: async ({ phone }) => {
        await sendPhoneCode(event.locals.context, { phone })
        return { phone }
      },
    })
    if (!('done' in step)) return fail(step.status, { ...step.data, sentTo: null })
    return { sentTo: step.done.phone, message: null, errors: [], values: {} }
  },
  code: async (event) => {
    const step = await signInStep(event, {
      schema: signInByCodeInput,
      run: ({ phone, code }) =>
        event.locals.world.signIn.byCode(event.request.headers, readPhone(phone) ?? phone, code),
    })
    if (!('done' in step)) {
      return fail(step.status, { ...step.data, sentTo: String(step.data.values['phone'] ?? '') })
    }
    keepCookies(event.cookies, step.done.cookies)
    redirect(303, await onwards(event, step.done.cookies))
  },
  provider: async (event) => {
    const back = event.locals.context.outside.settings.publicUrl + whereTo(event.url)
    const begun = await event.locals.world.signIn.withProvider(event.request.headers, back)
    keepCookies(event.cookies, begun.cookies)
    redirect(303, begun.url)
  },
}
