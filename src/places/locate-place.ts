import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { onMap } from './rules/boundaries.ts'
import type { LocatePlace } from './rules/inputs.ts'
import type { Located } from './rules/locate.ts'
import { locateByBoundary, locateByNearest } from './rules/locate.ts'
import { refusePlaces } from './rules/refusals.ts'
import type { LocatedView } from './rules/views.ts'
import { allBoundaries } from './store/boundaries.server.ts'
import { communesAround, communesOfCodes } from './store/communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * The commune in which a point (degrees, WGS 84) lies: by imported boundaries, or without them by the nearest centre.
 * Near a border the other communes come along, and the citizen is asked. Refuses outside-province.
 */
export async function locatePlace(context: Context<PlacesTables>, input: LocatePlace): Promise<LocatedView> {
  allow(context, 'anyone')
  const found = await find(context, input)
  if (!found) throw refusePlaces('outside-province')
  const rows = await communesOfCodes(context.db, [found.code, ...found.alternatives])
  const name = (code: string) =>
    rows
      .filter((row) => row.code === code)
      .map((row) => ({ code, codeSystem: row.code_system, name: row.full_name, slug: row.slug }))
  const [commune] = name(found.code)
  if (!commune) throw refusePlaces('commune-not-found')
  return { commune, how: found.how, alternatives: found.alternatives.flatMap(name) }
}

/** By boundary; communes without one, or all of them when nobody imported any, by their centre. */
async function find(context: Context<PlacesTables>, point: LocatePlace): Promise<Located | null> {
  const boundaries = await allBoundaries(context.db)
  const within = boundaries.length > 0 ? locateByBoundary(point, boundaries) : null
  if (within) return within
  const bounded = new Set(boundaries.map((boundary) => boundary.code))
  const others = (await communesAround(context.db, point)).filter((row) => !bounded.has(row.code))
  return locateByNearest(point, others.map(onMap))
}
