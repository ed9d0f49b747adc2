import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { keepCookies } from '../../../keep-cookies.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => redirect(303, localizeHref('/me'))

export const actions: Actions = {
  default: async (event) => {
    keepCookies(event.cookies, await event.locals.world.signIn.signOut(event.request.headers))
    redirect(303, localizeHref('/'))
  },
}
