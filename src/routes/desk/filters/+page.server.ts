import { localizeHref } from '#design/messages/runtime.js'
import { listFilters } from '#reports/list-filters.ts'
import { removeFilter } from '#reports/remove-filter.ts'
import { removeFilterInput, saveFilterInput } from '#reports/rules/batches.ts'
import { queryOfFilter } from '#reports/ui/filter-query.ts'
import { saveFilter } from '#reports/save-filter.ts'
import { formAction } from '#platform/pages/form-action.ts'
import type { Actions, PageServerLoad } from './$types'

const kept = ['filter', 'commune', 'category', 'q']

/** The officer's filters of the queue, and the one that was looked through when coming here. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const { items } = await listFilters(context, {})
  const now = Object.fromEntries([...url.searchParams].filter(([name]) => kept.includes(name)))
  return { filters: items, now, key: context.newId() }
}

export const actions: Actions = {
  save: (event) =>
    formAction(event, {
      schema: saveFilterInput,
      run: saveFilter,
      then: (saved) => localizeHref(`/desk/reports${queryOfFilter(saved)}`),
    }),
  remove: (event) =>
    formAction(event, { schema: removeFilterInput, run: removeFilter, then: () => event.url.pathname }),
}
