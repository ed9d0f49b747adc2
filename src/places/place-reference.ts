import { keep } from '#platform/kept.ts'
import type { Boundary } from './rules/locate.ts'
import { showCommune } from './rules/show.ts'
import type { CommuneView } from './rules/views.ts'
import { allBoundaries } from './store/boundaries.server.ts'
import { allCommunes } from './store/communes.server.ts'
import type { CommuneRow, PlacesTables } from './store/tables.ts'

/** The communes and where they end. */
export interface PlaceReference {
  readonly communes: readonly CommuneRow[]
  /** In Vietnamese order. */
  readonly shown: readonly CommuneView[]
  readonly boundaries: readonly Boundary[]
}

/** What finding a place needs, kept in each process. */
export const placesOf = keep<PlacesTables, PlaceReference>(async ({ db }) => {
  const communes = await allCommunes(db)
  const order = new Intl.Collator('vi')
  const shown = [...communes].sort((a, b) => order.compare(a.name, b.name)).map((row) => showCommune(row))
  return { communes, shown, boundaries: await allBoundaries(db) }
})
