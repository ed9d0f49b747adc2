import { sequence } from '@sveltejs/kit/hooks'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import type { RequestEvent } from '@sveltejs/kit'
import { paraglideMiddleware } from '#design/messages/server.js'
import type { World } from '#main/world.server.ts'
import { contextOfPage } from '#main/page-context.server.ts'
import { isDatabaseAway } from '#platform/http/api-door.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { countVisit } from '#platform/visits/visits.server.ts'

type WithWorld = { world?: World; address?: string }

/** Finds the language in the address and tells the page's `lang`. */
const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) }),
  )

const longestWithoutFiles = 512 * 1024

/** A form without files is small; one of nothing but names would take long to read. */
function isTooLong({ headers }: Request): boolean {
  const plain = /^application\/x-www-form-urlencoded/i.test(headers.get('content-type') ?? '')
  return plain && Number(headers.get('content-length') ?? 0) > longestWithoutFiles
}

/** Puts the process's one world, as this person may touch it, on the request. */
const enter: Handle = async ({ event, resolve }) => {
  const request = (event.platform?.req as WithWorld | undefined) ?? inDevelopment()
  if (!request?.world) return resolve(event)
  event.locals.world = request.world
  event.locals.address = request.address ?? event.getClientAddress()
  event.locals.context = await contextOfPage(request.world, {
    headers: event.request.headers,
    url: event.url,
    address: event.locals.address,
  })
  if (isTooLong(event.request)) {
    const { words } = request.world.outside
    return new Response(words.refusal('body-too-large', event.locals.context.language, {}), { status: 413 })
  }
  const started = performance.now()
  const response = await resolve(event)
  request.world.metrics.observeRequest({
    door: 'pages',
    route: event.route.id ?? 'none',
    method: event.request.method,
    status: response.status,
    seconds: (performance.now() - started) / 1000,
  })
  const isPage = event.isDataRequest || response.headers.get('content-type')?.startsWith('text/html')
  if (response.ok && isPage) noteVisit(event)
  return response
}

/** Nobody waits for the counter, and nothing fails with it. */
function noteVisit(event: RequestEvent): void {
  const { context, address } = event.locals
  const seen = { address, userAgent: event.request.headers.get('user-agent') }
  countVisit(context, seen).catch((error: unknown) =>
    context.outside.log.warn({ err: error }, 'visit not counted'),
  )
}

/** Vite's own server hands on no request: in development the program leaves its world in a known place. */
function inDevelopment(): WithWorld | undefined {
  const known = globalThis as { [place: symbol]: unknown }
  const world = known[Symbol.for('c-thainguyen world')] as World | undefined
  return world && { world }
}

export const handle = sequence(speak, enter)

/** A refusal keeps its status and says why in the reader's words; anything else is a bug with a code that is in the log. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const context = event.locals.context
  const { words, log } = event.locals.world.outside
  if (isRefused(error)) {
    const message = words.refusal(error.code, context.language, error.details)
    return { status: error.status, message, refusal: error.code }
  }
  if (isDatabaseAway(error)) {
    return { status: 503, message: words.refusal('not-ready', context.language, {}), refusal: 'not-ready' }
  }
  const code = (context?.requestId ?? 'unknown').slice(-12)
  log.error({ err: error, code, route: event.route.id }, 'bug')
  return { status: 500, message: words.refusal('bug', context?.language ?? 'vi', { code }), code }
}
