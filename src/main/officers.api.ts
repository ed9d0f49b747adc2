import { endpoint } from '#platform/endpoint.ts'
import type { EndpointRow } from '#platform/endpoint.ts'
import { inviteOfficerInput } from '#people/rules/inputs.ts'
import { invitationView } from '#people/rules/views.ts'
import { inviteToAgency } from './invite-to-agency.ts'

/** What of officers needs more than one subject. */
export const officersEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/officers/invitations',
    summary: 'Invite an officer; the secret is told once',
    who: 'manage-officers',
    input: inviteOfficerInput,
    output: invitationView,
    status: 201,
    run: inviteToAgency,
  }),
]
