import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { placesOf } from './place-reference.ts'
import type { PlaceReference } from './place-reference.ts'
import { onMap } from './rules/boundaries.ts'
import { isInBox } from './rules/commune.ts'
import type { LocatePlace } from './rules/inputs.ts'
import type { Located } from './rules/locate.ts'
import { locateByBoundary, locateByNearest } from './rules/locate.ts'
import { refusePlaces } from './rules/refusals.ts'
import type { LocatedView } from './rules/views.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * The commune in which a point (degrees, WGS 84) lies: by imported boundaries, or without them by the nearest centre.
 * Near a border the other communes come along, and the citizen is asked. Refuses outside-province.
 */
export async function locatePlace(context: Context<PlacesTables>, input: LocatePlace): Promise<LocatedView> {
  allow(context, 'anyone')
  const places = await placesOf.get(context)
  const found = find(places, input)
  if (!found) throw refusePlaces('outside-province')
  const name = (code: string) =>
    places.communes
      .filter((row) => row.code === code)
      .map((row) => ({ code, codeSystem: row.code_system, name: row.full_name, slug: row.slug }))
  const [commune] = name(found.code)
  if (!commune) throw refusePlaces('commune-not-found')
  return { commune, how: found.how, alternatives: found.alternatives.flatMap(name) }
}

/** By boundary; communes without one, or all of them when nobody imported any, by their centre. */
function find({ communes, boundaries }: PlaceReference, point: LocatePlace): Located | null {
  const within = boundaries.length > 0 ? locateByBoundary(point, boundaries) : null
  if (within) return within
  const bounded = new Set(boundaries.map((boundary) => boundary.code))
  const others = communes.filter((row) => isInBox(point, row) && !bounded.has(row.code))
  return locateByNearest(point, others.map(onMap))
}
