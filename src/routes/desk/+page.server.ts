import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { todayAtDesk } from '#reports/today-at-desk.ts'
import type { PageServerLoad } from './$types'

/** What an officer who opens the console twice a week needs to see first. */
export const load: PageServerLoad = async ({ locals }) => {
  const { permissions } = locals.context.actor
  if (!permissions.has('handle-reports') && !permissions.has('intake-reports')) {
    redirect(303, localizeHref('/desk/settings'))
  }
  return { today: await todayAtDesk(locals.context) }
}
