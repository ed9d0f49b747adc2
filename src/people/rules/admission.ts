/** Somebody who came back from the identity provider, and who we know already. */
export interface Arrival {
  /** The provider's subject has an account here. */
  readonly known: boolean
  /** The phone number that the provider vouches for. */
  readonly phone: string | null
  /** Whose number that is here, if anybody's. */
  readonly holder: { readonly phoneVerified: boolean; readonly officer: boolean } | null
}

/** What becomes of them: the person they were last time, the holder of their phone, or a new person. */
export type Admission =
  { readonly as: 'known' } | { readonly as: 'holder' } | { readonly as: 'new'; readonly phone: string | null }

/**
 * Who somebody is that an identity provider sends. Only the provider's subject, or a phone number verified on both
 * sides, leads to an account that is there. An officer's account is never opened so: it needs its second step.
 */
export function decideAdmission({ known, phone, holder }: Arrival): Admission {
  if (known) return { as: 'known' }
  if (holder === null) return { as: 'new', phone }
  return holder.phoneVerified && !holder.officer ? { as: 'holder' } : { as: 'new', phone: null }
}

/** What a person has said of themself, or nothing yet. */
interface Profile {
  readonly name: string
  readonly commune: string | null
}

/** The gaps that a provider's word fills; what the person has said themself stays. */
export function fillGaps(
  person: Profile,
  told: { readonly name: string | null; readonly commune: string | null },
): Profile {
  return {
    name: person.name === '' ? (told.name ?? '') : person.name,
    commune: person.commune ?? told.commune,
  }
}
