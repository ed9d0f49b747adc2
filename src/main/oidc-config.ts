import { z } from 'zod'
import { providerFields } from '#people/rules/provider-claims.ts'
import type { OidcSettings } from '#platform/settings.ts'

// The sentence stands last: a default set after it would lose it.
const text = (sentence: string, fallback = '') =>
  z.string().max(2000).default(fallback).meta({ description: sentence })

/** The variables of sign-in with an identity provider; without OIDC_ISSUER there is no button for it. */
export const oidcVariables = {
  OIDC_ISSUER: text(
    'Identity provider for sign-in (OpenID Connect), such as the national sign-on; register PUBLIC_URL/auth/callback/oidc there.',
  ),
  OIDC_CLIENT_ID: text('Our client at the identity provider.'),
  OIDC_CLIENT_SECRET: text('The secret of our client.'),
  OIDC_CLIENT_AUTH: z.enum(['basic', 'post', 'none']).default('basic').meta({
    description: 'How our client shows its secret: HTTP basic, in the body, or none for a public client.',
  }),
  OIDC_LABEL: text('Name of the identity provider on the sign-in button.', 'VNeID'),
  OIDC_LABEL_EN: text('The same name for readers of English, when it differs.'),
  OIDC_SCOPES: text('Scopes asked for, separated by spaces.', 'openid profile phone'),
  OIDC_CLAIMS: text(
    'Which claims fill which fields (name, phone, phoneVerified, commune), as name=HoVaTen,commune=address.locality; ' +
      'a phone counts only when the claim of phoneVerified is true, or with phoneVerified=always when the provider ' +
      'gives verified numbers only; commune is the code since July 2025 or the full name.',
    'name=name,phone=phone_number,phoneVerified=phone_number_verified',
  ),
}

type Variables = z.output<z.ZodObject<typeof oidcVariables>>

/** What is wrong with them, each in a sentence. */
export function findOidcFaults(read: Variables, production: boolean): string[] {
  if (read.OIDC_ISSUER === '') return []
  const issuer = URL.canParse(read.OIDC_ISSUER) ? new URL(read.OIDC_ISSUER) : null
  const secretless = read.OIDC_CLIENT_AUTH === 'none'
  const unknown = pairsOf(read.OIDC_CLAIMS).filter(
    ([field, claim]) => claim === '' || !providerFields.some((one) => one === field),
  )
  const checks: [boolean, string][] = [
    [issuer === null || !/^https?:$/.test(issuer.protocol), 'OIDC_ISSUER: not an address'],
    [production && issuer?.protocol !== 'https:', 'OIDC_ISSUER: an https address is needed in production'],
    [read.OIDC_CLIENT_ID === '', 'OIDC_CLIENT_ID: needed with OIDC_ISSUER'],
    [
      !secretless && read.OIDC_CLIENT_SECRET === '',
      'OIDC_CLIENT_SECRET: needed with OIDC_ISSUER, unless OIDC_CLIENT_AUTH=none',
    ],
    [
      unknown.length > 0,
      `OIDC_CLAIMS: ${unknown.map(([field]) => field).join(', ')}: write field=claim, with the fields ${providerFields.join(', ')}`,
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
}

/** The provider as sign-in knows it; null when none is configured. */
export function readOidc(read: Variables): OidcSettings | null {
  if (read.OIDC_ISSUER === '') return null
  return {
    issuer: read.OIDC_ISSUER,
    clientId: read.OIDC_CLIENT_ID,
    clientSecret: read.OIDC_CLIENT_SECRET,
    clientAuth: read.OIDC_CLIENT_AUTH,
    label: { vi: read.OIDC_LABEL, en: read.OIDC_LABEL_EN || read.OIDC_LABEL },
    scopes: read.OIDC_SCOPES.split(/\s+/).filter(Boolean),
    claims: Object.fromEntries(pairsOf(read.OIDC_CLAIMS)),
  }
}

function pairsOf(map: string): [field: string, claim: string][] {
  return map
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    })
}
