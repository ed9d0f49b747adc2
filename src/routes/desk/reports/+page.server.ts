import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { readReportCode } from '#reports/rules/report-code.ts'
import type { PageServerLoad } from './$types'

/** A code typed into the search leads to its case, also when the case lies in another room or is done. */
export const load: PageServerLoad = ({ url }) => {
  const code = readReportCode(url.searchParams.get('q') ?? '')
  if (code !== null) redirect(303, localizeHref(`/desk/reports/${code}`))
}
