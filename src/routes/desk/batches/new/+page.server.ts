import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { listAgencies } from '#places/list-agencies.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { largestPage } from '#platform/pure/page.ts'
import { makeBatch } from '#reports/make-batch.ts'
import { previewBatch } from '#reports/preview-batch.ts'
import { makeBatchInput, previewBatchInput } from '#reports/rules/batches.ts'
import type { Actions, PageServerLoad } from './$types'

/** What will happen to each of the ticked reports. Without a tick there is nothing to show: back to the queue. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const asked = { verb: url.searchParams.get('verb'), codes: url.searchParams.getAll('codes') }
  const read = previewBatchInput.safeParse(asked)
  if (!read.success) redirect(303, localizeHref('/desk/reports'))
  const [preview, agencies] = await Promise.all([
    previewBatch(context, read.data),
    read.data.verb === 'assign' ? listAgencies(context, { limit: largestPage }) : { items: [] },
  ])
  return {
    preview,
    agencies: agencies.items.map(({ code, name }) => ({ value: code, label: name })),
    key: context.newId(),
  }
}

export const actions: Actions = {
  make: (event) =>
    formAction(event, {
      schema: makeBatchInput,
      run: makeBatch,
      then: ({ id }) => localizeHref(`/desk/batches/${id}`),
    }),
}
