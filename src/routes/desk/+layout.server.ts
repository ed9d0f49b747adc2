import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { describeOfficer } from '#people/describe-officer.ts'
import { findAgency } from '#places/find-agency.ts'
import { todayAtDesk } from '#reports/today-at-desk.ts'
import type { LayoutServerLoad } from './$types'

/** Pages that somebody reaches before being an officer at the desk. */
const openRooms = /^\/desk\/(sign-in|invitation|second-step)(\/|$)/
/** In the demo anybody reads the messages that were not sent: their codes are in them. */
const demoRoom = '/desk/outbox'

/** The rooms an officer sees at the left, with what waits in each. */
export const load: LayoutServerLoad = async ({ locals, route, url }) => {
  if (openRooms.test(route.id ?? '')) return { room: null, open: false }
  const { context } = locals
  if (context.actor.kind !== 'officer') {
    const demo = context.outside.settings.mode !== 'production'
    if (demo && route.id === demoRoom) return { room: null, open: true }
    redirect(303, `${localizeHref('/desk/sign-in')}?to=${encodeURIComponent(url.pathname)}`)
  }
  const { permissions } = context.actor
  const handles = permissions.has('handle-reports') || permissions.has('intake-reports')
  const [me, agency, today] = await Promise.all([
    describeOfficer(context),
    findAgency(context, { code: context.actor.agency ?? '' }),
    handles ? todayAtDesk(context) : null,
  ])
  return {
    open: false,
    room: {
      me: { name: me.name, agency: agency.name },
      counts: today?.counts ?? null,
      may: [...permissions],
      demo: context.outside.settings.mode !== 'production',
    },
  }
}
