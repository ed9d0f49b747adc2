import { admitProviderPerson } from '#people/admit-provider-person.ts'
import type { ProviderParts } from '#people/provider-sign-in.server.ts'
import { systemActor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { findCommune } from '#places/find-commune.ts'
import { searchCommunes } from '#places/search-communes.ts'
import type { AllTables } from './tables.ts'
import type { World } from './world.server.ts'

const mostFound = 10

/** Admits whom the identity provider sends; people know no places, so the commune is looked up here. */
export function admitByProvider(contextFor: World['contextFor']): ProviderParts['admit'] {
  return async ({ subject, claims }) => {
    const context = contextFor({ actor: systemActor })
    const commune = claims.commune === null ? null : await communeOf(context, claims.commune)
    return admitProviderPerson(context, { subject, claims: { ...claims, commune } })
  }
}

/** The code of a commune that a provider wrote as its code of today or as its full name; null for anything else. */
async function communeOf(context: Context<AllTables>, written: string): Promise<string | null> {
  if (!/^\d{5}$/.test(written)) {
    const { items } = await searchCommunes(context, { q: written, limit: mostFound })
    const wanted = written.toLowerCase()
    const same = items.filter(({ name, fullName }) =>
      [name, fullName].some((one) => one.toLowerCase() === wanted),
    )
    return same.length === 1 ? (same[0]?.code ?? null) : null
  }
  try {
    return (await findCommune(context, { code: written })).code
  } catch (error) {
    if (isRefused(error)) return null
    throw error
  }
}
