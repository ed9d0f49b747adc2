import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { findCommune } from '#places/find-commune.ts'
import { findCommuneBySlugInput } from '#places/rules/inputs.ts'
import { refusePlaces } from '#places/rules/refusals.ts'
import type { PageServerLoad } from './$types'

/** One commune; a present code in the address leads to its page. */
export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const asked = findCommuneBySlugInput.safeParse(params)
  if (!asked.success) throw refusePlaces('commune-not-found')
  const { slug } = asked.data
  const isCode = /^\d{5}$/.test(slug)
  const { boundary: _boundary, ...commune } = await findCommune(context, isCode ? { code: slug } : { slug })
  if (isCode) redirect(308, localizeHref(`/communes/${commune.slug}`))
  return {
    commune,
    mapStyleUrl: context.outside.settings.mapStyleUrl,
  }
}
