import { error } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { formAction } from '#platform/pages/form-action.ts'
import { usualPage } from '#platform/pure/page.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { issueOpen311Key } from '#reports/issue-open311-key.ts'
import { listOpen311Keys } from '#reports/list-open311-keys.ts'
import { revokeOpen311Key } from '#reports/revoke-open311-key.ts'
import { issueOpen311KeyInput, revokeOpen311KeyInput } from '#reports/rules/open311-inputs.ts'
import type { Actions, PageServerLoad } from './$types'

/** Partners that may file through Open311, and letting one more. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals
  const cursor = url.searchParams.get('cursor')?.slice(0, 400) || undefined
  try {
    return {
      keys: await listOpen311Keys(context, { limit: usualPage, cursor }),
      address: `${context.outside.settings.publicUrl}/open311/v2`,
      key: context.newId(),
    }
  } catch (refused) {
    if (isRefused(refused)) error(refused.status, { message: refused.code, refusal: refused.code })
    throw refused
  }
}

export const actions: Actions = {
  issue: async (event) => {
    const issued = await formAction(event, { schema: issueOpen311KeyInput, run: issueOpen311Key })
    return 'status' in issued ? issued : { issued: issued.key }
  },
  revoke: (event) =>
    formAction(event, {
      schema: revokeOpen311KeyInput,
      run: revokeOpen311Key,
      then: () => localizeHref('/desk/settings/open311'),
    }),
}
