import { drawMap } from '#design/map/draw-map.ts'
import { boundsOf } from '#design/map/geo.ts'
import { searchCommunes } from '#places/search-communes.ts'
import { namesOf } from '#places/ui/commune-names.ts'
import { largestPage } from '#platform/pure/page.ts'
import { listPublicReports } from '#reports/list-public-reports.ts'
import { pointsOf, pointsOfMap } from '#reports/ui/report-points.ts'
import { picture, plainSpan } from '../../map.svg/picture.ts'
import { readListQuery } from '../read-list-query.ts'
import type { RequestHandler } from './$types'

const keptSeconds = 60

/** The drawn map of the list, by the same filters. */
export const GET: RequestHandler = async ({ locals: { context }, url }) => {
  const { cursor: _cursor, ...filters } = readListQuery(url.searchParams, pointsOfMap)
  const [reports, communes] = await Promise.all([
    listPublicReports(context, filters),
    searchCommunes(context, { limit: largestPage }),
  ])
  const points = pointsOf(reports.items)
  const bounds = boundsOf(points, plainSpan)
  return picture(drawMap({ points, names: namesOf(communes.items), bounds }), keptSeconds)
}
