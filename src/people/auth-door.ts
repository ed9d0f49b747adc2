import { Hono } from 'hono'
import type { Auth } from './auth.server.ts'
import type { ProviderSignIn } from './provider-sign-in.server.ts'
import { oidcProvider, wayBackOf, withProblem } from './rules/provider.ts'

/** What browsers reach of the library directly; everything else of it is reached by our pages alone. */
const open = /^\/auth\/passkey\//

/** `/auth/…`: passkeys, and the way back from an identity provider. `limit` refuses whoever tries too often. */
export function authDoor(
  doors: { readonly auth: Auth; readonly provider: ProviderSignIn | null },
  limit: (request: Request) => Promise<Response | null>,
): Hono {
  const app = new Hono()
  app.get(`/auth/callback/${oidcProvider}`, async (http) => {
    if (doors.provider === null) return http.notFound()
    const refused = await limit(http.req.raw)
    const wayBack = wayBackOf(http.req.header('cookie') ?? '')
    return refused ? http.redirect(withProblem(wayBack, 'busy'), 303) : doors.provider.comeBack(http.req.raw)
  })
  app.all('/auth/*', async (http) => {
    if (!open.test(http.req.path)) return http.notFound()
    return (await limit(http.req.raw)) ?? doors.auth.handler(http.req.raw)
  })
  return app
}
