import type { Box, Point } from './commune.ts'
import { distanceMetres, isInBox } from './commune.ts'

/** What of a commune tells whether a point may lie in it. */
export interface CommuneOnMap extends Point {
  readonly code: string
  readonly box: Box
}

/** Outer ring and holes, each a closed list of [lon, lat], as GeoJSON has them. */
export type Polygon = readonly (readonly (readonly [number, number])[])[]

export interface Boundary {
  readonly code: string
  readonly box: Box
  readonly polygons: readonly Polygon[]
}

/** Where a point lies: the commune, how it was found, and which others it could be. */
export interface Located {
  readonly code: string
  readonly how: 'boundary' | 'nearest'
  readonly alternatives: readonly string[]
}

/** So near to a border the citizen is asked, because the lines are a reference map and not the legal boundary. */
export const nearBorderMetres = 300
/** Another centre that is at most so much farther counts as about as near. */
const aboutAsNear = 1.25
const mostAlternatives = 4
/** In the province, a degree of longitude. */
const fewestMetresPerDegree = 100_000

/** Boundaries are drawn to some metres: a point in a gap between two, or just outside, belongs to the nearest. */
const mapErrorMetres = 100

/**
 * The commune whose boundary holds the point, with those whose border is near. A point that none holds belongs to the
 * nearest border within the error of the map; null when all are farther.
 */
export function locateByBoundary(point: Point, boundaries: readonly Boundary[]): Located | null {
  const holds = boundaries.find((boundary) => isInBoundary(point, boundary))
  const near = boundaries
    .filter((other) => other !== holds)
    .map((other) => ({ code: other.code, metres: metresToBorder(point, other) }))
    .filter((other) => other.metres <= nearBorderMetres)
    .sort((a, b) => a.metres - b.metres)
  const codes = near.map((other) => other.code)
  if (holds) return { code: holds.code, how: 'boundary', alternatives: codes.slice(0, mostAlternatives) }
  const [first, ...others] = codes
  if (first === undefined || (near[0]?.metres ?? Infinity) > mapErrorMetres) return null
  return { code: first, how: 'nearest', alternatives: others.slice(0, mostAlternatives) }
}

/** Without boundaries: the nearest centre among the communes whose box holds the point; null when none does. */
export function locateByNearest(point: Point, communes: readonly CommuneOnMap[]): Located | null {
  const near = communes
    .filter((commune) => isInBox(point, commune.box))
    .map((commune) => ({ code: commune.code, metres: distanceMetres(point, commune) }))
    .sort((a, b) => a.metres - b.metres)
  const [first, ...others] = near
  if (!first) return null
  const alternatives = others
    .filter((other) => other.metres <= first.metres * aboutAsNear)
    .map((other) => other.code)
  return { code: first.code, how: 'nearest', alternatives: alternatives.slice(0, mostAlternatives) }
}

export function isInBoundary(point: Point, boundary: Boundary): boolean {
  if (!isInBox(point, boundary.box)) return false
  return boundary.polygons.some(([outer, ...holes]) => {
    return outer !== undefined && isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole))
  })
}

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
function isInRing(point: Point, ring: Polygon[number]): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x1 = 0, y1 = 0] = ring[at] ?? []
    const [x2 = 0, y2 = 0] = ring[before] ?? []
    const crosses = y1 > point.lat !== y2 > point.lat
    if (crosses && point.lon < ((x2 - x1) * (point.lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** Metres to the border, infinite when its box is already too far to matter. */
function metresToBorder(point: Point, boundary: Boundary): number {
  const margin = nearBorderMetres / fewestMetresPerDegree
  const { west, south, east, north } = boundary.box
  if (
    !isInBox(point, {
      west: west - margin,
      south: south - margin,
      east: east + margin,
      north: north + margin,
    })
  ) {
    return Infinity
  }
  return Math.min(...boundary.polygons.flat().map((ring) => metresToRing(point, ring)))
}

/** Metres to the nearest edge of a ring, on a plane around the point: exact enough within some kilometres. */
function metresToRing(point: Point, ring: Polygon[number]): number {
  const perLat = 111_195
  const perLon = perLat * Math.cos((point.lat * Math.PI) / 180)
  let nearest = Infinity
  for (let at = 1; at < ring.length; at += 1) {
    const [x1 = 0, y1 = 0] = ring[at - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[at] ?? []
    const a = { x: (x1 - point.lon) * perLon, y: (y1 - point.lat) * perLat }
    const b = { x: (x2 - point.lon) * perLon, y: (y2 - point.lat) * perLat }
    nearest = Math.min(nearest, metresToEdge(a, b))
  }
  return nearest
}

function metresToEdge(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}
