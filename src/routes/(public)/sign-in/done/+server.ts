import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { describeMe } from '#people/describe-me.ts'
import { withProblem } from '#people/rules/provider.ts'
import { onwards, whereTo } from '../where-to.ts'
import type { RequestHandler } from './$types'

/** Back from the identity provider with a session: on to where the person came from, or first to their name. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const to = whereTo(url)
  const wayBack = `${localizeHref('/sign-in')}?next=${encodeURIComponent(to)}`
  if (locals.context.actor.personId === null) redirect(303, withProblem(wayBack, 'failed'))
  redirect(303, onwards(await describeMe(locals.context), to))
}
