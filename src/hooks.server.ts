import { sequence } from '@sveltejs/kit/hooks'
import type { Handle, HandleServerError } from '@sveltejs/kit'
import { paraglideMiddleware } from '#design/messages/server.js'
import type { World } from '#main/world.server.ts'
import { contextOfPage } from '#main/page-context.server.ts'
import { isRefused } from '#platform/pure/refused.ts'

type WithWorld = { world?: World; address?: string }

/** Finds the language in the address and tells the page's `lang`. */
const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ request, locale }) => {
    event.request = request
    return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
  })

/** Puts the process's one world, as this person may touch it, on the request. */
const enter: Handle = async ({ event, resolve }) => {
  const request = event.platform?.req as WithWorld | undefined
  if (!request?.world) return resolve(event)
  event.locals.world = request.world
  event.locals.address = request.address ?? event.getClientAddress()
  event.locals.context = await contextOfPage(request.world, {
    headers: event.request.headers,
    url: event.url,
    address: event.locals.address,
  })
  const started = performance.now()
  const response = await resolve(event)
  request.world.metrics.observeRequest({
    door: 'pages',
    route: event.route.id ?? 'none',
    method: event.request.method,
    status: response.status,
    seconds: (performance.now() - started) / 1000,
  })
  return response
}

export const handle = sequence(speak, enter)

/** A refusal says its name; anything else is a bug with a code that is in the log. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (isRefused(error)) return { message: error.code, refusal: error.code }
  if (status === 404) return { message }
  const context = event.locals.context
  const code = (context?.requestId ?? 'unknown').slice(-12)
  context?.outside.log.error({ err: error, code, route: event.route.id }, 'bug')
  return { message: 'bug', code }
}
