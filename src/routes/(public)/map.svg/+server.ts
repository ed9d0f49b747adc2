import { error } from '@sveltejs/kit'
import { drawMap } from '#design/map/draw-map.ts'
import type { Bounds } from '#design/map/geo.ts'
import { boundsOf } from '#design/map/geo.ts'
import { mapPictureInput } from '#places/rules/map-picture.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { namesOf } from '#places/ui/commune-names.ts'
import { largestPage } from '#platform/pure/page.ts'
import { picture, plainSpan } from './picture.ts'
import type { RequestHandler } from './$types'

const dayInSeconds = 86_400

/** The drawn map of one place: `at` is its longitude, latitude and state, `box` what is looked at. */
export const GET: RequestHandler = async ({ locals: { context }, url }) => {
  const asked = mapPictureInput.safeParse(Object.fromEntries(url.searchParams))
  if (!asked.success) error(404)
  const { at, box } = asked.data
  const communes = await searchCommunes(context, { limit: largestPage })
  const bounds: Bounds = box ?? boundsOf([at], plainSpan)
  const drawn = drawMap({ points: [at], names: namesOf(communes.items), bounds })
  return picture(drawn, dayInSeconds)
}
