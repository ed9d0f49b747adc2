import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePlaces } from './rules/refusals.ts'
import { showCommune, showFormerUnit, withBoundary } from './rules/show.ts'
import type { CommuneDetails } from './rules/views.ts'
import { agenciesOfCommune } from './store/agencies.server.ts'
import { allBoundaries } from './store/boundaries.server.ts'
import { communeBy, formerUnitsOf } from './store/communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** One commune by its present code or its slug: facts, what it was made of, its agencies. Refuses commune-not-found. */
export async function findCommune(
  context: Context<PlacesTables>,
  input: { code: string } | { slug: string },
): Promise<CommuneDetails> {
  allow(context, 'anyone')
  const row = await communeBy(context.db, input)
  if (!row) throw refusePlaces('commune-not-found')
  const former = await formerUnitsOf(context.db, row.code)
  const agencies = await agenciesOfCommune(context.db, row.code)
  const boundaries = await allBoundaries(context.db)
  return {
    ...withBoundary(showCommune(row), boundaries),
    altNames: row.alt_names,
    headquarters: row.headquarters,
    formerUnits: former.map(showFormerUnit),
    agencies: agencies.map(({ code, vi, en, kind }) => ({
      code,
      kind,
      name: context.language === 'en' ? en : vi,
    })),
  }
}
