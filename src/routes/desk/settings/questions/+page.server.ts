import { allow } from '#platform/context.ts'
import { listCategories } from '#reports/list-categories.ts'
import type { PageServerLoad } from './$types'

/** The categories, and how much each asks. */
export const load: PageServerLoad = async ({ locals: { context } }) => {
  allow(context, 'edit-questions')
  const { items } = await listCategories(context)
  return {
    categories: items.map(({ code, name, questions }) => ({
      code,
      name,
      count: questions?.items.length ?? 0,
      version: questions?.version ?? 0,
    })),
  }
}
