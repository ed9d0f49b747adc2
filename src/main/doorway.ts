import type { MiddlewareHandler } from 'hono'
import type { Context } from '#platform/context.ts'
import type { Doorway } from '#platform/http/api-door.ts'
import { failure } from '#platform/http/api-door.ts'
import { limitAsking, limitWrite, networkOf } from '#platform/rate-limit/limit-write.ts'
import { contextOfPage } from './page-context.server.ts'
import type { World } from './world.server.ts'

/** The address each API request came from, told by the server; no header a client sends can change it. */
const addresses = new WeakMap<Request, string>()

/** Remembers where a request came from until it is answered. */
export function knowAddress(request: Request, address: string): void {
  addresses.set(request, address)
}

/** Joins the API door to the house: who asks, words, limits, measures. */
export function makeDoorway(world: World): Doorway {
  return {
    contextOf: (request) =>
      contextOfPage(world, {
        headers: request.headers,
        url: new URL(request.url),
        address: addressOf(request),
      }) as Promise<Context<unknown>>,
    words: world.outside.words,
    limitWrite: (context, request) => limitWrite(context, addressOf(request)),
    limitAsking: (context, request, name) => limitAsking(context, addressOf(request), name),
    observe: (row) => world.metrics.observeRequest({ door: 'api', ...row }),
  }
}

/** Counts and times what answers beside the list of endpoints; `route` is what it is counted under. */
export function measured(doorway: Doorway, route: string): MiddlewareHandler {
  return async (http, next) => {
    const started = performance.now()
    await next()
    const seconds = (performance.now() - started) / 1000
    doorway.observe({ route, method: http.req.method, status: http.res.status, seconds })
  }
}

/** Whoever tries to sign in too often waits. */
export function limitSignIn(world: World, doorway: Doorway) {
  return async (request: Request): Promise<Response | null> => {
    try {
      await world.outside.limits.count('sign-in-address', networkOf(addressOf(request)))
      return null
    } catch (error) {
      return failure(error, await doorway.contextOf(request), doorway)
    }
  }
}

function addressOf(request: Request): string {
  return addresses.get(request) ?? 'unknown'
}
