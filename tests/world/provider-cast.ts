import { makeApi } from '#main/server.ts'
import { resolveActor } from '#people/resolve-actor.ts'
import { wayBackCookie } from '#people/rules/provider.ts'
import type { Actor } from '#platform/actor.ts'
import { Browser, leadsTo } from './browser.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { startIdentityProvider } from './identity-provider.ts'
import type { TestWorld } from './world.ts'
import { passerBy, world } from './world.ts'

const site = 'http://localhost:3000'

/** A provider for the site of the tests. */
export async function startProvider(): Promise<IdentityProvider> {
  return startIdentityProvider(`${site}/auth/callback/oidc`)
}

/** A world that signs in with the provider. */
export async function worldWith(
  provider: IdentityProvider,
  env: Record<string, string> = {},
): Promise<TestWorld> {
  const w = await world({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_SCOPES: 'openid profile phone address',
      OIDC_CLAIMS:
        'name=name,phone=phone_number,phoneVerified=phone_number_verified,commune=address.locality',
      ...env,
    },
  })
  w.clock.set(Temporal.Now.instant())
  return w
}

/** Somebody's browser, on its way from our sign-in page to the provider and back. */
export class Traveller {
  readonly browser: Browser
  readonly #w: TestWorld

  constructor(w: TestWorld) {
    this.#w = w
    const api = makeApi(w)
    this.browser = new Browser(async (request) =>
      request.url.startsWith(site) ? api.fetch(request) : fetch(request),
    )
  }

  /** Leaves for the provider, as the page does; gives the provider's page. */
  async leave(language: 'vi' | 'en' = 'vi'): Promise<URL> {
    const prefix = language === 'en' ? '/en' : ''
    const begun = await this.#w.provider?.begin(
      new Headers({ cookie: this.browser.cookiesOf('localhost:3000') }),
      `${site}${prefix}/sign-in/done?next=%2Freports`,
    )
    const wayBack = encodeURIComponent(`${prefix}/sign-in?next=%2Freports`)
    this.browser.keep('localhost:3000', [...(begun?.cookies ?? []), `${wayBackCookie}=${wayBack}`])
    return new URL(begun?.url ?? '')
  }

  /** Signs in at the provider and agrees, or refuses; gives our address that the provider leads back to. */
  async passProvider(start: URL, account: string | null): Promise<URL> {
    let at = start
    let response = await this.browser.ask(at)
    for (let hops = 0; hops < 10; hops += 1) {
      if (response.status === 200) {
        const page = `${at.href}/${account === null ? 'deny' : 'login'}`
        response = await this.browser.ask(page, { account: account ?? '' })
      }
      at = leadsTo(response, at)
      if (at.origin === site) return at
      response = await this.browser.ask(at)
    }
    throw new Error('the provider leads in circles')
  }

  /** Comes back to us; gives the page it is sent on to. */
  async comeBack(to: URL): Promise<URL> {
    return leadsTo(await this.browser.ask(to), site)
  }

  /** The whole way. */
  async signIn(account: string | null, language: 'vi' | 'en' = 'vi'): Promise<URL> {
    return this.comeBack(await this.passProvider(await this.leave(language), account))
  }

  /** Who this browser belongs to now. */
  async actor(): Promise<Actor> {
    const cookies = this.browser.cookiesOf('localhost:3000')
    return resolveActor(this.#w.context(passerBy), { cookies, receipts: [] })
  }
}
