import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { authDoor } from '#people/auth-door.ts'
import { apiDoor, failure } from '#platform/http/api-door.ts'
import { docsDoor } from '#platform/http/docs-door.ts'
import { filesDoor } from '#platform/http/files-door.ts'
import { healthDoor } from '#platform/http/health.ts'
import { liveDoor } from '#platform/http/live-door.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import { open311Door } from '#reports/open311-door.ts'
import { knowAddress, limitSignIn, makeDoorway, measured } from './doorway.ts'
import { endpoints } from './endpoints.ts'
import { open311Words } from './open311-words.ts'
import type { World } from './world.server.ts'

/** What the server puts on a request before it hands it to the pages. */
export interface RequestOfWorld extends IncomingMessage {
  world?: World
  address?: string
}

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Tells the pages' adapter how a request came in, in a header that no client can set. */
export const protocolHeader = 'x-ctn-protocol'

const apiPaths = /^\/(api|open311|live|healthz|readyz|metrics|auth|files)(\/|\?|$)/

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()',
}

/** One HTTP server with two doors: API paths straight to Hono, everything else to the pages. */
export function makeServer(world: World, pages: PageHandler): Server {
  const app = makeApi(world)
  const fetch = (request: Request, { incoming }: { incoming: RequestOfWorld }) => {
    knowAddress(request, incoming.address ?? 'unknown')
    return app.fetch(request)
  }
  const api = getRequestListener(fetch as Parameters<typeof getRequestListener>[0], {
    overrideGlobalObjects: false,
  })
  return createServer(twoDoors(world, { api, pages }))
}

function twoDoors(world: World, doors: { api: RequestListener; pages: PageHandler }): RequestListener {
  return (request: RequestOfWorld, response) => {
    request.world = world
    request.address = addressOf(request, world.config.trustProxy)
    request.headers[protocolHeader] = protocolOf(request, world.config.trustProxy)
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (world.config.settings.mode === 'production') {
      response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    }
    if (apiPaths.test(request.url ?? '/')) doors.api(request, response)
    else doors.pages(request, response, () => notFound(response))
  }
}

function notFound(response: ServerResponse): void {
  response.statusCode = 404
  response.end('Not found')
}

/** What is measured though it is no endpoint, and under which name. */
const besideEndpoints = [
  ['/auth/*', '/auth'],
  ['/live', '/live'],
  ['/api/docs/*', '/api/docs'],
  ['/api/v1/openapi.json', '/api/v1/openapi.json'],
] as const

/** The JSON side of the house. */
export function makeApi(world: World): Hono {
  const doorway = makeDoorway(world)
  const app = new Hono()
  for (const [paths, route] of besideEndpoints) app.use(paths, measured(doorway, route))
  app.route(
    '/',
    docsDoor(() => openApiDocument(endpoints, '0.1.0')),
  )
  app.route('/', liveDoor(world.live, doorway))
  app.route(
    '/',
    healthDoor({ pool: world.pool, queue: world.queue, files: world.outside.files, metrics: world.metrics }),
  )
  app.route('/', filesDoor(doorway))
  app.route('/', authDoor(world, limitSignIn(world, doorway)))
  app.route('/', open311Door(doorway, open311Words))
  app.route('/', apiDoor(endpoints, doorway))
  app.notFound(async (http) => {
    const known = besideEndpoints.some(([, route]) => http.req.path.startsWith(route))
    if (!known) doorway.observe({ route: 'none', method: http.req.method, status: 404, seconds: 0 })
    const context = await doorway.contextOf(http.req.raw)
    return failure(refusePlatform('not-found'), context, doorway)
  })
  return app
}

function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : ''
  return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown')
}

function protocolOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-proto'] ?? '') : ''
  return forwarded === 'https' ? 'https' : 'http'
}
