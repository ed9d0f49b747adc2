import { readPhone } from './phone.ts'

/** What an identity provider may tell us of a person. */
export const providerFields = ['name', 'phone', 'phoneVerified', 'commune'] as const

/** In the claim map: the provider gives verified phone numbers only, so no claim has to say it. */
const alwaysVerified = 'always'
const leastName = 2
const longestName = 80
const longestCommune = 100

/** What a provider told and we may use; null is what it did not tell, or what cannot be relied on. */
export interface ProviderClaims {
  readonly name: string | null
  /** E.164, and only when the provider says that the number was verified. */
  readonly phone: string | null
  /** A commune's code or full name, as the provider wrote it. */
  readonly commune: string | null
}

/**
 * Reads what a provider told by the map of claims. A phone number that the provider does not vouch for is left out:
 * it would let somebody take another person's account.
 */
export function readClaims(
  profile: Readonly<Record<string, unknown>>,
  map: Readonly<Record<string, string>>,
): ProviderClaims {
  const text = (field: (typeof providerFields)[number]) => {
    const claim = map[field]
    const value = claim === undefined ? undefined : claimAt(profile, claim)
    return typeof value === 'string' ? tidy(value) : ''
  }
  const name = text('name')
  const commune = text('commune')
  return {
    name: name.length >= leastName && name.length <= longestName ? name : null,
    phone: phoneIsVerified(profile, map) ? readPhone(text('phone')) : null,
    commune: commune !== '' && commune.length <= longestCommune ? commune : null,
  }
}

function phoneIsVerified(
  profile: Readonly<Record<string, unknown>>,
  map: Readonly<Record<string, string>>,
): boolean {
  const claim = map['phoneVerified']
  if (claim === undefined) return false
  if (claim === alwaysVerified) return true
  const value = claimAt(profile, claim)
  return value === true || value === 'true'
}

/** A claim by its name, or by a path into one: `address.locality`. */
function claimAt(profile: Readonly<Record<string, unknown>>, claim: string): unknown {
  if (Object.hasOwn(profile, claim)) return profile[claim]
  let value: unknown = profile
  for (const part of claim.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
