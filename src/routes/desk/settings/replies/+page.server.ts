import { addReply } from '#reports/add-reply.ts'
import { changeReply } from '#reports/change-reply.ts'
import { listCategories } from '#reports/list-categories.ts'
import { listReplies } from '#reports/list-replies.ts'
import { retireReply } from '#reports/retire-reply.ts'
import { addReplyInput, changeReplyInput, retireReplyInput } from '#reports/rules/deskwork-inputs.ts'
import { allow } from '#platform/context.ts'
import { formAction } from '#platform/pages/form-action.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const rows = 50

/** The ready-made replies, and the one that is being edited. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  allow(context, 'edit-replies')
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [replies, categories] = await Promise.all([
    listReplies(context, { limit: rows, cursor: cursor?.slice(0, 400) }),
    listCategories(context),
  ])
  const edited = url.searchParams.get('edit')
  return {
    replies,
    edited: replies.items.find((reply) => reply.id === edited && reply.mayEdit) ?? null,
    categories: categories.items.map(({ code, name }) => ({ value: code, label: name })),
    key: context.newId(),
  }
}

const back = (event: RequestEvent) => () => event.url.pathname

export const actions: Actions = {
  add: (event) => formAction(event, { schema: addReplyInput, run: addReply, then: back(event) }),
  change: (event) => formAction(event, { schema: changeReplyInput, run: changeReply, then: back(event) }),
  retire: (event) => formAction(event, { schema: retireReplyInput, run: retireReply, then: back(event) }),
}
