import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { demoDomain, demoPassword } from '#people/rules/demo.ts'
import { signInByPasswordInput } from '#people/rules/inputs.ts'
import { keepCookies, safePath } from '../../keep-cookies.ts'
import { signInStep } from '../../sign-in-step.ts'
import type { Actions, PageServerLoad } from './$types'

/** Accounts of the demo that a visitor may try. */
const demoNames = ['truc-1', 'phan-dinh-phung', 'lanh-dao-phan-dinh-phung', 'quan-tri'] as const

export const load: PageServerLoad = ({ locals, url }) => ({
  to: safePath(url.searchParams.get('to'), localizeHref('/desk')),
  /** Signed in, but not as an officer, or for longer than a day of work. */
  notOfficer: locals.context.actor.kind === 'citizen',
  demo:
    locals.context.outside.settings.mode === 'production'
      ? null
      : { password: demoPassword, accounts: demoNames.map((name) => ({ name, email: name + demoDomain })) },
})

export const actions: Actions = {
  default: async (event) => {
    const { signIn } = event.locals.world
    const to = safePath(event.url.searchParams.get('to'), localizeHref('/desk'))
    const step = await signInStep(event, {
      schema: signInByPasswordInput,
      run: async ({ email, password }) => {
        await event.locals.context.outside.limits.count('sign-in-account', email.toLowerCase())
        return signIn.byPassword(event.request.headers, email.toLowerCase(), password)
      },
    })
    if (!('done' in step)) return step
    keepCookies(event.cookies, step.done.cookies)
    const next = step.done.needsSecondStep ? '/desk/second-step' : '/desk/second-step/set-up'
    redirect(303, `${localizeHref(next)}?to=${encodeURIComponent(to)}`)
  },
}
