import type { Context } from '#platform/context.ts'
import { allow, announce, inTransaction } from '#platform/context.ts'
import { placesOf } from './place-reference.ts'
import { boundariesImported } from './places.events.ts'
import type { BoundaryProblem } from './rules/boundaries.ts'
import { onMap, readBoundaries } from './rules/boundaries.ts'
import { refusePlaces } from './rules/refusals.ts'
import { replaceBoundaries } from './store/boundaries.server.ts'
import { allCommunes } from './store/communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

/**
 * An operator loads commune boundaries: a GeoJSON FeatureCollection of polygons with the present commune codes. They
 * replace all that were there, or nothing changes. Refuses boundaries-invalid, naming every mistake and its place.
 */
export async function importBoundaries(
  context: Context<PlacesTables>,
  input: { file: unknown },
): Promise<{ communes: number; without: string[] }> {
  allow(context, 'import-boundaries')
  const done = await inTransaction(context, async (context) => {
    const communes = await allCommunes(context.db)
    const { boundaries, problems } = readBoundaries(input.file, communes.map(onMap))
    if (problems.length > 0) throw invalid(problems)
    const record = { id: context.newId(), at: context.now(), by_person: context.actor.personId }
    await replaceBoundaries(context.db, boundaries, record)
    await announce(context, boundariesImported())
    const bounded = new Set(boundaries.map((boundary) => boundary.code))
    const without = communes
      .filter((commune) => !bounded.has(commune.code))
      .map((commune) => commune.full_name)
    return { communes: boundaries.length, without }
  })
  placesOf.forget(context)
  return done
}

function invalid(problems: readonly BoundaryProblem[]): Error {
  return refusePlaces('boundaries-invalid', {
    details: { count: problems.length },
    errors: problems.map(({ path, mistake, code }) => ({
      path: code ? `${path} (${code})` : path,
      message: `places_boundary_${mistake.replaceAll('-', '_')}`,
    })),
  })
}
