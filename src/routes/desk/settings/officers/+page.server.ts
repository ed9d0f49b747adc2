import { localizeHref } from '#design/messages/runtime.js'
import { inviteToAgency } from '#main/invite-to-agency.ts'
import { listOfficers } from '#people/list-officers.ts'
import { listRoles } from '#people/list-roles.ts'
import { inviteOfficerInput, withdrawOfficerInput } from '#people/rules/inputs.ts'
import { withdrawOfficer } from '#people/withdraw-officer.ts'
import { listAgencies } from '#places/list-agencies.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { largestPage } from '#platform/pure/page.ts'
import type { Actions, PageServerLoad } from './$types'

const officersOfPage = 50

/** Who works in the console, and inviting one more. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [officers, roles, first] = await Promise.all([
    listOfficers(context, { limit: officersOfPage, cursor }),
    listRoles(context),
    listAgencies(context, { limit: largestPage }),
  ])
  const rest = first.nextCursor
    ? await listAgencies(context, { limit: largestPage, cursor: first.nextCursor })
    : { items: [] }
  const agencies = [...first.items, ...rest.items]
  const nameOf = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((one) => one.code === code)?.name ?? code
  return {
    officers: officers.items.map((officer) => ({
      ...officer,
      agencyName: nameOf(agencies, officer.agency),
      roleName: nameOf(roles, officer.role),
    })),
    nextCursor: officers.nextCursor,
    roles: roles.map(({ code, name }) => ({ value: code, label: name })),
    agencies: agencies.map(({ code, name }) => ({ value: code, label: name })),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  invite: async (event) => {
    const invited = await formAction(event, { schema: inviteOfficerInput, run: inviteToAgency })
    if (!('secret' in invited)) return invited
    const link = `${event.url.origin}${localizeHref('/desk/invitation')}?secret=${invited.secret}`
    return { link, until: invited.until }
  },
  withdraw: (event) =>
    formAction(event, {
      schema: withdrawOfficerInput,
      run: withdrawOfficer,
      then: () => localizeHref('/desk/settings/officers'),
    }),
}
