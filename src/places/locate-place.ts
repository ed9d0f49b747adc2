import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { LocatePlace } from './rules/inputs.ts'
import type { Located } from './rules/locate.ts'
import { locateByBoundary, locateByNearest, nearBorderMetres } from './rules/locate.ts'
import { refusePlaces } from './rules/refusals.ts'
import type { LocatedView } from './rules/views.ts'
import { allCommunes, boundariesAround, communesAround, hasBoundaries } from './store/communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

const metresPerDegree = 100_000

/**
 * The commune in which a point (degrees, WGS 84) lies: by imported boundaries, or without them by the nearest centre.
 * Near a border the other communes come along, and the citizen is asked. Refuses outside-province.
 */
export async function locatePlace(context: Context<PlacesTables>, input: LocatePlace): Promise<LocatedView> {
  allow(context, 'anyone')
  const found = await find(context, input)
  if (!found) throw refusePlaces('outside-province', { errors: [{ path: 'lat', message: 'outside-province' }] })
  const communes = await allCommunes(context.db)
  const name = (code: string) =>
    communes
      .filter((row) => row.code === code)
      .map((row) => ({ code, codeSystem: row.code_system, name: row.full_name, slug: row.slug }))
  const [commune] = name(found.code)
  if (!commune) throw refusePlaces('commune-not-found')
  return { commune, how: found.how, alternatives: found.alternatives.flatMap(name) }
}

async function find(context: Context<PlacesTables>, point: LocatePlace): Promise<Located | null> {
  if (await hasBoundaries(context.db)) {
    const around = await boundariesAround(context.db, point, nearBorderMetres / metresPerDegree)
    return locateByBoundary(point, around)
  }
  return locateByNearest(point, await communesAround(context.db, point))
}
