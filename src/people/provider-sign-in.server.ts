import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import type { GenericOAuthConfig, GenericOAuthUserInfo } from 'better-auth/plugins'
import { isRefused } from '#platform/pure/refused.ts'
import type { OidcSettings } from '#platform/settings.ts'
import type { AuthBase } from './auth-base.server.ts'
import { baseOptions } from './auth-base.server.ts'
import type { AboutProvider } from './provider-discovery.server.ts'
import { askUserInfo, discoverProvider, discoveryUrl } from './provider-discovery.server.ts'
import type { ProviderClaims } from './rules/provider-claims.ts'
import { readClaims } from './rules/provider-claims.ts'
import { oidcProvider, problemOf, wayBackCookie, wayBackOf, withProblem } from './rules/provider.ts'
import { refusePeople } from './rules/refusals.ts'

const patienceMilliseconds = 20_000
const longestSubject = 255

/** What sign-in with an identity provider needs of the house. */
export interface ProviderParts extends AuthBase {
  /** Finds or makes the person, and gives the address by which the sign-in library knows them. */
  readonly admit: (person: { subject: string; claims: ProviderClaims }) => Promise<{ email: string }>
  /** Tells the operator why a sign-in failed; no word about the person. */
  readonly warn: (reason: string) => void
}

/** The two halves of signing in with an identity provider: going there, and coming back. */
export interface ProviderSignIn {
  /**
   * The provider's address to go to, with state, nonce and PKCE, and the cookie that binds them to this browser.
   * `to` is where a browser goes on afterwards, a whole address of ours. Refuses provider-not-there.
   */
  begin(headers: Headers, to: string): Promise<{ url: string; cookies: readonly string[] }>
  /** Answers the provider's way back: on with a session, or to the sign-in page with one sentence. */
  comeBack(request: Request): Promise<Response>
}

type ProviderAuth = ReturnType<typeof makeProviderAuth>

/** Signing in with the identity provider that is configured; it is asked what it says of itself each time. */
export function makeProviderSignIn(parts: ProviderParts, oidc: OidcSettings): ProviderSignIn {
  let opened: { readonly about: string; readonly auth: ProviderAuth } | null = null
  const open = async (): Promise<ProviderAuth> => {
    const told = await discoverProvider(oidc)
    const about = JSON.stringify(told)
    if (opened?.about !== about) opened = { about, auth: makeProviderAuth(parts, oidc, told) }
    return opened.auth
  }
  return {
    begin: async (headers, to) => {
      try {
        return await soon(open().then((auth) => askToGo(auth, headers, to)))
      } catch (error) {
        opened = null
        parts.warn(error instanceof Error ? error.message : 'unknown')
        throw refusePeople('provider-not-there')
      }
    },
    comeBack: async (request) => {
      const wayBack = wayBackOf(request.headers.get('cookie') ?? '')
      try {
        const answer = await soon(open().then((auth) => auth.handler(request)))
        return finish(answer, wayBack, parts.warn)
      } catch (error) {
        parts.warn(error instanceof Error ? error.message : 'unknown')
        return goTo(withProblem(wayBack, isRefused(error) ? 'away' : 'failed'))
      }
    },
  }
}

async function askToGo(auth: ProviderAuth, headers: Headers, to: string) {
  const body = { provider: oidcProvider, callbackURL: to, errorCallbackURL: to, disableRedirect: true }
  const begun = await auth.api.signInSocial({ body, headers, returnHeaders: true })
  const { url } = begun.response
  if (typeof url !== 'string') throw new Error('no address to go to')
  return { url, cookies: begun.headers.getSetCookie() }
}

/** Where the sign-in library sends a browser on, or, when it tells of an error, our sign-in page with a sentence. */
function finish(answer: Response, wayBack: string, warn: ProviderParts['warn']): Response {
  const location = answer.headers.get('location')
  const error =
    location === null ? `status ${answer.status}` : new URL(location, 'http://us').searchParams.get('error')
  if (error !== null) warn(error)
  const response = error === null ? goTo(location ?? '/') : goTo(withProblem(wayBack, problemOf(error)))
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  response.headers.append('set-cookie', `${wayBackCookie}=; Path=/auth; Max-Age=0; HttpOnly; SameSite=Lax`)
  return response
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Nobody waits for a provider for ever; what comes too late is thrown away. */
async function soon<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(refusePeople('provider-not-there')), patienceMilliseconds)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function makeProviderAuth(parts: ProviderParts, oidc: OidcSettings, about: AboutProvider) {
  return betterAuth({
    ...baseOptions(parts),
    onAPIError: { throw: true },
    plugins: [genericOAuth({ config: [providerOf(parts, oidc, about)] })],
  })
}

/**
 * The library checks state, PKCE, nonce, and signature, issuer, audience and age of the ID token; then our own admission
 * says who the person is. The library itself makes no person and joins none.
 */
function providerOf(parts: ProviderParts, oidc: OidcSettings, about: AboutProvider): GenericOAuthConfig {
  const subjectOf = (profile: { sub?: unknown }) => `${about.issuer}#${String(profile.sub)}`
  return {
    providerId: oidcProvider,
    discoveryUrl: discoveryUrl(oidc),
    clientId: oidc.clientId,
    ...(oidc.clientAuth === 'none'
      ? { tokenEndpointAuth: { method: 'none' } }
      : { clientSecret: oidc.clientSecret, authentication: oidc.clientAuth }),
    scopes: [...oidc.scopes],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    accountSubject: ({ profile }) => subjectOf(profile),
    getUserInfo: ({ idToken, accessToken }) => readProfile({ idToken, accessToken }, about),
    mapProfileToUser: async (profile) => {
      const claims = readClaims(profile, oidc.claims)
      const { email } = await parts.admit({ subject: subjectOf(profile), claims })
      return { name: '', email, emailVerified: false, image: undefined }
    },
  }
}

/**
 * What is known of the person: the claims of the ID token, which the library has verified before it asks, and those of
 * the provider's user info, when it tells of the same person. Null, and so no sign-in, without an ID token.
 */
async function readProfile(
  tokens: { idToken: string | undefined; accessToken: string | undefined },
  about: AboutProvider,
): Promise<GenericOAuthUserInfo | null> {
  const [, body = ''] = (tokens.idToken ?? '').split('.')
  if (body === '') return null
  const signed = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const { sub } = signed
  if (typeof sub !== 'string' || sub === '' || sub.length > longestSubject) return null
  if (about.userinfo_endpoint === undefined || tokens.accessToken === undefined)
    return { ...signed, sub, emailVerified: false }
  const more = await askUserInfo(about.userinfo_endpoint, tokens.accessToken)
  return more?.['sub'] === sub ? { ...more, ...signed, sub, emailVerified: false } : null
}
