import { z } from 'zod'
import type { OidcSettings } from '#platform/settings.ts'
import { refusePeople } from './rules/refusals.ts'

const answerMilliseconds = 5000

/** What a provider says of itself, as far as we rely on it. */
const about = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
})
export type AboutProvider = z.output<typeof about>

/** Where a provider describes itself. */
export function discoveryUrl(oidc: OidcSettings): string {
  return `${bare(oidc.issuer)}/.well-known/openid-configuration`
}

/**
 * Asks the provider what it says of itself, so that nobody is sent to one that is not there. It must be the issuer
 * that was configured, and over TLS when the issuer is. Refuses provider-not-there.
 */
export async function discoverProvider(oidc: OidcSettings): Promise<AboutProvider> {
  const told = about.safeParse(await getJson(discoveryUrl(oidc)))
  if (!told.success || bare(told.data.issuer) !== bare(oidc.issuer)) throw refusePeople('provider-not-there')
  const { protocol } = new URL(oidc.issuer)
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = told.data
  const places = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? jwks_uri]
  const safe = places.every((place) => protocol === 'http:' || new URL(place).protocol === 'https:')
  if (!safe) throw refusePeople('provider-not-there')
  return told.data
}

/** What the provider tells of the person whom an access token stands for; null when it does not answer. */
export async function askUserInfo(url: string, accessToken: string): Promise<Record<string, unknown> | null> {
  const told = await getJson(url, { authorization: `Bearer ${accessToken}` })
  return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : null
}

async function getJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(answerMilliseconds)
    const answer = await fetch(url, { headers: { accept: 'application/json', ...headers }, signal })
    if (answer.ok) return await answer.json()
    await answer.body?.cancel()
    return null
  } catch {
    // It does not answer, or not in JSON: the caller says what that means.
    return null
  }
}

function bare(issuer: string): string {
  return issuer.replace(/\/$/, '')
}
