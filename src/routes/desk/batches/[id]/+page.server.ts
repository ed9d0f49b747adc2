import { formAction } from '#platform/pages/form-action.ts'
import { decideBatch } from '#reports/decide-batch.ts'
import { findBatch } from '#reports/find-batch.ts'
import { decideBatchInput, findBatchInput, undoBatchInput } from '#reports/rules/batches.ts'
import { refuse } from '#reports/rules/refusals.ts'
import { undoBatch } from '#reports/undo-batch.ts'
import type { Actions, PageServerLoad } from './$types'

/** What became of each report of a batch. */
export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const read = findBatchInput.safeParse({ id: params.id })
  if (!read.success) throw refuse('batch-not-found')
  return { batch: await findBatch(context, read.data), key: context.newId() }
}

export const actions: Actions = {
  decide: (event) =>
    formAction(event, {
      schema: decideBatchInput,
      run: decideBatch,
      more: { id: event.params.id },
      then: () => event.url.pathname,
    }),
  undo: (event) =>
    formAction(event, {
      schema: undoBatchInput,
      run: undoBatch,
      more: { id: event.params.id },
      then: () => event.url.pathname,
    }),
}
