import { localizeHref } from '#design/messages/runtime.js'
import { acceptInvitation } from '#people/accept-invitation.ts'
import { acceptInvitationInput } from '#people/rules/inputs.ts'
import { formAction } from '#platform/pages/form-action.ts'
import type { Actions, PageServerLoad } from './$types'

/** The secret in the address stays on this site. `no-referrer` would have browsers send the form without its origin. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'same-origin' })
  return { secret: url.searchParams.get('secret') ?? '', key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: (event) =>
    formAction(event, {
      schema: acceptInvitationInput,
      run: acceptInvitation,
      then: () => localizeHref('/desk/sign-in'),
    }),
}
