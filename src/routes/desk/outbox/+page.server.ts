import { listSmsOutbox } from '#people/list-sms-outbox.ts'
import type { PageServerLoad } from './$types'

const linesOfPage = 30

/** The messages the demo did not send, newest first. */
export const load: PageServerLoad = async ({ locals, url }) => ({
  outbox: await listSmsOutbox(locals.context, {
    limit: linesOfPage,
    cursor: url.searchParams.get('cursor') ?? undefined,
  }),
})
