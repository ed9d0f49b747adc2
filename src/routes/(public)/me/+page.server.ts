import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { describeMe } from '#people/describe-me.ts'
import { listPasskeys } from '#people/list-passkeys.ts'
import { listSessions } from '#people/list-sessions.ts'
import { removePasskey } from '#people/remove-passkey.ts'
import { revokeSession } from '#people/revoke-session.ts'
import { removePasskeyInput, revokeSessionInput, updateProfileInput } from '#people/rules/inputs.ts'
import { updateProfile } from '#people/update-profile.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { safePath } from '../../keep-cookies.ts'
import type { Actions, PageServerLoad } from './$types'

const sessionsOfPage = 20
const mostCommunes = 200

/** My account: who I am, where I am signed in, my passkeys. */
export const load: PageServerLoad = async ({ locals, request, url }) => {
  const { context } = locals
  if (context.actor.personId === null)
    redirect(303, `${localizeHref('/sign-in')}?next=${localizeHref('/me')}`)
  const cookies = request.headers.get('cookie') ?? ''
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [me, sessions, passkeys, communes] = await Promise.all([
    describeMe(context),
    listSessions(context, { limit: sessionsOfPage, cursor, cookies }),
    listPasskeys(context),
    searchCommunes(context, { limit: mostCommunes }),
  ])
  return {
    account: me,
    sessions,
    passkeys: passkeys.items,
    communes: communes.items.map(({ code, fullName }) => ({ value: code, label: fullName })),
    welcome: url.searchParams.has('welcome'),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  profile: (event) =>
    formAction(event, {
      schema: updateProfileInput,
      run: updateProfile,
      then: () => safePath(event.url.searchParams.get('to'), localizeHref('/me')),
    }),
  session: (event) =>
    formAction(event, { schema: revokeSessionInput, run: revokeSession, then: () => localizeHref('/me') }),
  passkey: (event) =>
    formAction(event, { schema: removePasskeyInput, run: removePasskey, then: () => localizeHref('/me') }),
}
