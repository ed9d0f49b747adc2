import { createOTP } from '@better-auth/utils/otp'
import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { demoSecondStep } from '#people/rules/demo.ts'
import { secondStepInput } from '#people/rules/inputs.ts'
import { keepCookies, safePath } from '../../keep-cookies.ts'
import { signInStep } from '../../sign-in-step.ts'
import type { Actions, PageServerLoad } from './$types'

/** In the demo the six digits are shown, because nobody has its secret in a phone. */
export const load: PageServerLoad = async ({ locals }) => ({
  demoCode:
    locals.context.outside.settings.mode === 'production' ? null : await createOTP(demoSecondStep).totp(),
})

export const actions: Actions = {
  default: async (event) => {
    const { signIn } = event.locals.world
    const step = await signInStep(event, {
      schema: secondStepInput,
      run: ({ code }) => signIn.secondStep(event.request.headers, code),
    })
    if (!('done' in step)) return step
    keepCookies(event.cookies, step.done.cookies)
    redirect(303, safePath(event.url.searchParams.get('to'), localizeHref('/desk')))
  },
}
