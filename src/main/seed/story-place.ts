import type { Chance } from './chance.ts'
import type { StoryCommune } from './story-data.ts'

export interface StoryPoint {
  readonly lat: number
  readonly lon: number
}

const kilometersOfDegree = 111.2

/** Where in its commune something happens: around the centre, well nearer to it than to any other centre. */
export function pointIn(
  chance: Chance,
  commune: StoryCommune,
  communes: readonly StoryCommune[],
): StoryPoint {
  const others = communes.filter((other) => other.code !== commune.code)
  const nearest = Math.min(...others.map((other) => kilometersBetween(commune, other)))
  const reach = Math.min(nearest * 0.4, Math.sqrt(commune.areaKm2) * 0.45)
  const angle = chance.between(0, Math.PI * 2)
  const far = reach * chance.between(0.05, 1) ** 0.8
  const lat = commune.lat + (Math.sin(angle) * far) / kilometersOfDegree
  const lon = commune.lon + (Math.cos(angle) * far) / (kilometersOfDegree * Math.cos(toRadians(commune.lat)))
  return keepInside({ lat, lon }, commune)
}

/** A place some tens of metres away: two people report the same thing. */
export function pointBeside(chance: Chance, point: StoryPoint): StoryPoint {
  return {
    lat: round(point.lat + chance.between(-0.0004, 0.0004)),
    lon: round(point.lon + chance.between(-0.0004, 0.0004)),
  }
}

function keepInside(point: StoryPoint, { bbox: [west, south, east, north] }: StoryCommune): StoryPoint {
  const margin = 0.0005
  return {
    lat: round(Math.min(Math.max(point.lat, south + margin), north - margin)),
    lon: round(Math.min(Math.max(point.lon, west + margin), east - margin)),
  }
}

function kilometersBetween(a: StoryPoint, b: StoryPoint): number {
  const north = (b.lat - a.lat) * kilometersOfDegree
  const east = (b.lon - a.lon) * kilometersOfDegree * Math.cos(toRadians((a.lat + b.lat) / 2))
  return Math.hypot(north, east)
}

const toRadians = (degrees: number) => (degrees * Math.PI) / 180
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
