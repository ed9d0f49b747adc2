/** The one identity provider that may be configured, as our addresses and tables name it. */
export const oidcProvider = 'oidc'

/** Remembers, while somebody is away at the provider, the sign-in page they left; read on their way back. */
export const wayBackCookie = 'ctn_way_back'

/** Why somebody came back from the provider without being signed in; the sign-in page has a sentence for each. */
export const providerProblems = ['failed', 'denied', 'late', 'away', 'busy'] as const
export type ProviderProblem = (typeof providerProblems)[number]

const reasons: Readonly<Record<string, ProviderProblem>> = {
  access_denied: 'denied',
  consent_required: 'denied',
  state_mismatch: 'late',
  state_not_found: 'late',
  state_invalid: 'late',
  server_error: 'away',
  temporarily_unavailable: 'away',
}

/** The problem behind an error code of the provider or of the sign-in library. */
export function problemOf(error: string): ProviderProblem {
  return (Object.hasOwn(reasons, error) ? reasons[error] : undefined) ?? 'failed'
}

/** The problem that an address names; null for anything else. */
export function readProblem(text: string | null): ProviderProblem | null {
  return providerProblems.find((one) => one === text) ?? null
}

/** The sign-in page to go back to, from the cookie; only ever one of our own sign-in pages. */
export function wayBackOf(cookies: string): string {
  const kept = new RegExp(`(?:^|;\\s*)${wayBackCookie}=([^;]*)`).exec(cookies)?.[1] ?? ''
  let path = ''
  try {
    path = decodeURIComponent(kept)
  } catch {
    // A cookie that is not properly written leads nowhere.
  }
  return /^\/(en\/)?sign-in(\?[^#\\]*)?$/.test(path) ? path : '/sign-in'
}

/** The sign-in page with the sentence of a problem. */
export function withProblem(path: string, problem: ProviderProblem): string {
  const [plain = '', query = ''] = path.split('?')
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('provider='))
  return `${plain}?${[...kept, `provider=${problem}`].join('&')}`
}
