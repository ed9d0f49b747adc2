import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { searchCommunes } from '#places/search-communes.ts'
import { largestPage } from '#platform/pure/page.ts'
import { listCategories } from '#reports/list-categories.ts'
import { listPublicReports } from '#reports/list-public-reports.ts'
import { readReportCode } from '#reports/rules/report-code.ts'
import { lineOf } from '#reports/ui/report-line.ts'
import { readListQuery } from './read-list-query.ts'
import type { PageServerLoad } from './$types'

const cardsOfPage = 20

/** What people reported, by the filters in the address; a code that somebody typed leads to its report. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const query = readListQuery(url.searchParams, cardsOfPage)
  const code = query.q === undefined ? null : readReportCode(query.q)
  if (code !== null) redirect(303, localizeHref(`/reports/${code}`))
  const { cursor, ...filters } = query
  const [page, categories, communes] = await Promise.all([
    listPublicReports(context, query),
    listCategories(context),
    searchCommunes(context, { limit: largestPage }),
  ])
  return {
    cards: page.items.map(lineOf),
    nextCursor: page.nextCursor,
    filters: { commune: filters.commune, category: filters.category, group: filters.group, q: filters.q },
    later: cursor !== undefined,
    asMap: url.searchParams.get('view') === 'map',
    categories: categories.items.map(({ code, name, group }) => ({ code, name, group })),
    communes: communes.items.map(({ code, fullName }) => ({ code, fullName })),
    mapStyleUrl: context.outside.settings.mapStyleUrl,
  }
}
