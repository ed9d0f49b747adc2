import { Hono } from 'hono'
import type { Auth } from './auth.server.ts'

/** What browsers and the identity provider reach directly; everything else of the library is reached by our pages alone. */
const open = /^\/auth\/(passkey\/|oauth2\/callback\/|error$)/

/** `/auth/…`: passkeys and the way back from an identity provider. `limit` refuses whoever tries too often. */
export function authDoor(
  auth: Auth,
  guard: { limit: (request: Request) => Promise<Response | null>; lost: () => Response },
): Hono {
  const app = new Hono()
  app.all('/auth/*', async (http) => {
    if (!open.test(http.req.path)) return http.notFound()
    const refused = await guard.limit(http.req.raw)
    if (refused) return refused
    if (http.req.path === '/auth/error') return guard.lost()
    return auth.handler(http.req.raw)
  })
  return app
}
