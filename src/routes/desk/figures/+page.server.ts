import { listAgencies } from '#places/list-agencies.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { listCategories } from '#reports/list-categories.ts'
import type { Grouping } from '#reports/rules/figures.ts'
import { showFigures } from '#reports/show-figures.ts'
import { readFiguresQuery } from './read-figures-query.ts'
import type { PageServerLoad } from './$types'

const most = 200

/** What became of the reports of a period, in four views of the same numbers. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const { asked, unit } = readFiguresQuery(url.searchParams, context.now())
  const by = (by: Grouping) => showFigures(context, { ...asked, by })
  const periods = await by(unit)
  const isProvince = asked.agency !== undefined || periods.agency === null
  const [agencies, communes, categories, allAgencies, allCommunes, allCategories] = await Promise.all([
    isProvince ? by('agency') : null,
    by('commune'),
    by('category'),
    isProvince ? listAgencies(context, { limit: most }) : { items: [] },
    searchCommunes(context, { limit: most }),
    listCategories(context),
  ])
  return {
    asked: { ...asked, from: periods.from, to: periods.to },
    unit,
    periods,
    agencies,
    communes,
    categories,
    choices: {
      agencies: allAgencies.items.map(({ code, name }) => ({ value: code, label: name })),
      communes: allCommunes.items.map(({ code, fullName }) => ({ value: code, label: fullName })),
      categories: allCategories.items.map(({ code, name }) => ({ value: code, label: name })),
    },
  }
}
