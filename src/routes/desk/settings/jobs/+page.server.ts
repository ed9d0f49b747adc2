import { error } from '@sveltejs/kit'
import { listDeadLetters } from '#platform/jobs/list-dead-letters.ts'
import { replayDeadLetter, replayDeadLetterInput } from '#platform/jobs/replay-dead-letter.ts'
import { formAction } from '#platform/pages/form-action.ts'
import { usualPage } from '#platform/pure/page.ts'
import { isRefused } from '#platform/pure/refused.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const cursor = url.searchParams.get('cursor')?.slice(0, 400) || undefined
  try {
    const letters = await listDeadLetters(locals.context, { limit: usualPage, cursor })
    return { letters, replayed: url.searchParams.has('replayed'), idempotencyKey: locals.context.newId() }
  } catch (refused) {
    if (isRefused(refused)) error(refused.status, { message: refused.code, refusal: refused.code })
    throw refused
  }
}

export const actions: Actions = {
  default: async (event) =>
    formAction(event, {
      schema: replayDeadLetterInput,
      run: replayDeadLetter,
      then: () => `${event.url.pathname}?replayed`,
    }),
}
