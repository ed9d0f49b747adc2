import type { MapName } from '#design/map/geo.ts'
import type { CommuneView } from '../rules/views.ts'

/** What a map needs of a commune. */
export type CommuneOnMap = Pick<CommuneView, 'name' | 'lat' | 'lon' | 'population' | 'areaKm2'>

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

let asked: Promise<readonly MapName[]> | null = null

/** The same from the API, asked for once, when a map that moves is really drawn. Fails without a network. */
export function fetchNames(): Promise<readonly MapName[]> {
  asked ??= askForNames().catch((error: unknown) => {
    asked = null
    throw error
  })
  return asked
}

async function askForNames(): Promise<readonly MapName[]> {
  const response = await fetch('/api/v1/communes?limit=200')
  if (!response.ok) throw new Error('no communes')
  const { items } = (await response.json()) as { readonly items: readonly CommuneOnMap[] }
  return namesOf(items)
}
