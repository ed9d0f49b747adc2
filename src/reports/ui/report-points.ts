import type { MapName, MapPoint } from '#design/map/geo.ts'
import type { ReportCard } from '../rules/views.ts'
import { lookOf } from './look-of.ts'

/** What the map needs of a report, and what it says when its point is pressed. */
export interface ReportPoint extends MapPoint {
  readonly title: string
  readonly commune: string
  readonly status: ReportCard['status']
  readonly late: boolean
}

/** The reports that have a place, as points. */
export function pointsOf(cards: readonly ReportCard[]): ReportPoint[] {
  return cards.flatMap(({ code, place, status, late, title, commune }) => {
    if (place === null) return []
    const { state, words } = lookOf({ status, late })
    const { lat, lon, accuracyMeters } = place
    const label = `${title} (${words})`
    return [{ id: code, lat, lon, accuracyMeters, state, label, title, commune: commune.name, status, late }]
  })
}

export interface CommuneOnMap {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly areaKm2: number
}

/** Discs of the size of a commune leave gaps; a little more closes most of them. */
const overlap = 1.2

/** The communes as names on a map; the more people live there, the sooner one reads them. */
export function namesOf(communes: readonly CommuneOnMap[]): MapName[] {
  return communes.map(({ name, lat, lon, population, areaKm2 }) => ({
    name,
    lat,
    lon,
    weight: population,
    reachMeters: Math.round(Math.sqrt(areaKm2 / Math.PI) * 1000 * overlap),
  }))
}
