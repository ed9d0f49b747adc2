import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#design/messages/runtime.js'
import { wayBackCookie, withProblem } from '#people/rules/provider.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import { networkOf } from '#platform/rate-limit/limit-write.ts'
import { keepCookies } from '../../../keep-cookies.ts'
import { whereTo } from '../where-to.ts'
import type { RequestEvent, RequestHandler } from './$types'

const wayBackSeconds = 60 * 60

/**
 * Goes to the identity provider. A link and no form: a browser follows a form to another site only when the content
 * security policy names every site on the way, and a provider may send people through several.
 */
export const GET: RequestHandler = async (event) => {
  const next = encodeURIComponent(whereTo(event.url))
  const wayBack = `${localizeHref('/sign-in')}?next=${next}`
  const begun = await begin(event, next)
  if ('problem' in begun) redirect(303, withProblem(wayBack, begun.problem))
  keepCookies(event.cookies, begun.cookies)
  event.cookies.set(wayBackCookie, wayBack, {
    path: '/auth',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.locals.context.outside.settings.publicUrl.startsWith('https://'),
    maxAge: wayBackSeconds,
  })
  redirect(303, begun.url, { external: true })
}

async function begin({ locals, request }: RequestEvent, next: string) {
  const { limits, settings } = locals.context.outside
  const { provider } = locals.world
  if (provider === null) throw refusePlatform('not-found')
  try {
    await limits.count('sign-in-address', networkOf(locals.address))
    const to = `${settings.publicUrl}${localizeHref('/sign-in/done')}?next=${next}`
    return await provider.begin(request.headers, to)
  } catch (error) {
    if (!isRefused(error)) throw error
    return { problem: error.code === 'too-many-requests' ? ('busy' as const) : ('away' as const) }
  }
}
