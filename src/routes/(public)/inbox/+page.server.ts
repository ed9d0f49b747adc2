import { localizeHref } from '#design/messages/runtime.js'
import { listNotices } from '#notices/list-notices.ts'
import { readNotices } from '#notices/read-notices.ts'
import { readNoticesInput } from '#notices/rules/inputs.ts'
import { formAction } from '#platform/pages/form-action.ts'
import type { Actions, PageServerLoad } from './$types'

const noticesOfPage = 30
const longestCursor = 400

/** What was told to whoever is signed in; nothing for somebody who is not. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const signedIn = context.actor.personId !== null
  const cursor = url.searchParams.get('cursor')?.slice(0, longestCursor) || undefined
  const notices = signedIn
    ? await listNotices(context, { limit: noticesOfPage, cursor })
    : { items: [], nextCursor: null }
  return { ...notices, signedIn, key: crypto.randomUUID() }
}

export const actions: Actions = {
  read: (event) =>
    formAction(event, { schema: readNoticesInput, run: readNotices, then: () => localizeHref('/inbox') }),
}
