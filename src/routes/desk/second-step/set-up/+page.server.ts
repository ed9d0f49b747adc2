import { fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { drawQr } from '#design/qr.server.ts'
import { localizeHref } from '#design/messages/runtime.js'
import { secondStepInput } from '#people/rules/inputs.ts'
import { keepCookies, safePath } from '../../../keep-cookies.ts'
import { signInStep } from '../../../sign-in-step.ts'
import type { Actions, PageServerLoad } from './$types'

const passwordAgain = z.object({ password: z.string().min(1).max(128) })

export const load: PageServerLoad = ({ locals }) => {
  if (locals.context.actor.personId === null) redirect(303, localizeHref('/desk/sign-in'))
  if (locals.context.actor.kind === 'officer') redirect(303, localizeHref('/desk'))
}

export const actions: Actions = {
  begin: async (event) => {
    const step = await signInStep(event, {
      schema: passwordAgain,
      run: ({ password }) => event.locals.world.signIn.enrol(event.request.headers, password),
    })
    if (!('done' in step)) return fail(step.status, { ...step.data, begun: null })
    const { uri, backupCodes } = step.done
    const key = new URL(uri).searchParams.get('secret') ?? ''
    return { begun: { qr: drawQr(uri), key, backupCodes }, message: null, errors: [], values: {} }
  },
  confirm: async (event) => {
    const step = await signInStep(event, {
      schema: secondStepInput,
      run: ({ code }) => event.locals.world.signIn.secondStep(event.request.headers, code),
    })
    if (!('done' in step)) return fail(step.status, { ...step.data, begun: null })
    keepCookies(event.cookies, step.done.cookies)
    redirect(303, safePath(event.url.searchParams.get('to'), localizeHref('/desk')))
  },
}
