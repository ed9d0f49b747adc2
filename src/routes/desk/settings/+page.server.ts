import type { PageServerLoad } from './$types'

/** What this officer may set, each with the permission it needs. */
const rooms = [
  { href: '/desk/settings/officers', name: 'officers', needs: 'manage-officers' },
  { href: '/desk/settings/calendars', name: 'calendars', needs: 'edit-calendars' },
  { href: '/desk/settings/questions', name: 'questions', needs: 'edit-questions' },
  { href: '/desk/settings/webhooks', name: 'webhooks', needs: 'manage-webhooks' },
  { href: '/desk/settings/open311', name: 'open311', needs: 'manage-open311' },
  { href: '/desk/settings/replies', name: 'replies', needs: 'edit-replies' },
  { href: '/desk/settings/jobs', name: 'jobs', needs: 'replay-jobs' },
] as const

export const load: PageServerLoad = ({ locals }) => {
  const { permissions } = locals.context.actor
  return {
    rooms: rooms.filter((room) => permissions.has(room.needs)).map(({ href, name }) => ({ href, name })),
  }
}
