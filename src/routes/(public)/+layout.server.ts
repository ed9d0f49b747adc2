import { readVisits } from '#platform/visits/visits.server.ts'
import { localizeHref } from '#design/messages/runtime.js'
import { m } from '#design/messages/messages.js'
import { countUnread } from '#notices/count-unread.ts'
import type { LayoutServerLoad } from './$types'

/** What every public page shows around itself: who is signed in and has what to read, and the visit counter. */
export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  const { context } = locals
  const { actor } = context
  const nobody = actor.personId === null && actor.receipts.length === 0
  if (nobody) setHeaders({ 'x-offline-copy': 'yes' })
  return {
    me: actor.personId === null ? null : { name: m.common_nav_me() },
    deskHref: actor.kind === 'officer' ? localizeHref('/desk') : undefined,
    unread: actor.personId === null ? 0 : (await countUnread(context)).unread,
    visits: await readVisits(context).catch(() => null),
  }
}
