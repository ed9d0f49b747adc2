import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { placesOf } from './place-reference.ts'
import type { PlaceReference } from './place-reference.ts'
import { outlinesOf } from './rules/outline.ts'
import type { OutlinesView } from './rules/views.ts'
import type { PlacesTables } from './store/tables.ts'

/** Reckoned once for each import. */
const known = new WeakMap<PlaceReference['boundaries'], OutlinesView>()

/** The shapes of the communes for a map, light; none until an operator has loaded boundaries. */
export async function listOutlines(context: Context<PlacesTables>): Promise<OutlinesView> {
  allow(context, 'anyone')
  const { boundaries } = await placesOf.get(context)
  const before = known.get(boundaries)
  if (before) return before
  const outlines = { items: outlinesOf(boundaries), nextCursor: null }
  known.set(boundaries, outlines)
  return outlines
}
