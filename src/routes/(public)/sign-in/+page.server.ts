import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { describeMe } from '#people/describe-me.ts'
import { resolveActor } from '#people/resolve-actor.ts'
import { sendPhoneCodeInput, signInByCodeInput } from '#people/rules/inputs.ts'
import { readPhone } from '#people/rules/phone.ts'
import { readProblem } from '#people/rules/provider.ts'
import type { MeView } from '#people/rules/views.ts'
import { sendPhoneCode } from '#people/send-phone-code.ts'
import { keepCookies } from '../../keep-cookies.ts'
import { signInStep } from '../../sign-in-step.ts'
import { onwards, whereTo } from './where-to.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { settings } = locals.context.outside
  return {
    demo: settings.mode !== 'production',
    provider: settings.oidc && {
      name: settings.oidc.label[locals.context.language],
      href: `${localizeHref('/sign-in/provider')}?next=${encodeURIComponent(whereTo(url))}`,
    },
    to: whereTo(url),
    problem: readProblem(url.searchParams.get('provider')),
  }
}

/** Who has just signed in, by the cookies that are about to be set. */
async function whoSignedIn(event: RequestEvent, cookies: readonly string[]): Promise<MeView> {
  const { context, world } = event.locals
  const carried = cookies.map((line) => line.split(';')[0]).join('; ')
  const actor = await resolveActor(context, { cookies: carried, receipts: [] })
  return describeMe(world.contextFor({ actor }))
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
    redirect(303, onwards(await whoSignedIn(event, step.done.cookies), whereTo(event.url)))
  },
}
