import { inviteOfficer } from '#people/invite-officer.ts'
import type { InviteOfficer } from '#people/rules/inputs.ts'
import { findAgency } from '#places/find-agency.ts'
import { refusePlaces } from '#places/rules/refusals.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { isRefused } from '#platform/pure/refused.ts'
import type { AllTables } from './tables.ts'

/**
 * Invites an officer into an agency that there is; people know no places, so it is looked up here. Refuses
 * agency-not-found at the field, and what inviteOfficer refuses.
 */
export async function inviteToAgency(
  context: Context<AllTables>,
  input: InviteOfficer,
): ReturnType<typeof inviteOfficer> {
  allow(context, 'manage-officers')
  await findAgency(context, { code: input.agency }).catch((error: unknown) => {
    if (!isRefused(error)) throw error
    throw refusePlaces('agency-not-found', { errors: [{ path: 'agency', message: 'agency-not-found' }] })
  })
  return inviteOfficer(context, input)
}
