/**
 * Commune codes were recycled on 1 July 2025: each new unit took the code of one former unit, in 46 of 92 cases of one
 * with another name. So a code is only a code together with the system it belongs to.
 */
export const presentSystem = 'gso-2025-07'
export const formerSystem = 'gso-2024'
export type CodeSystem = typeof presentSystem | typeof formerSystem

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Degrees. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const earthMetres = 6_371_008
const radians = Math.PI / 180

/** Metres between two points over the ground. */
export function distanceMetres(a: Point, b: Point): number {
  const lat = ((b.lat - a.lat) * radians) / 2
  const lon = ((b.lon - a.lon) * radians) / 2
  const part = Math.sin(lat) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(lon) ** 2
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(part)))
}

export function isInBox(point: Point, box: Box): boolean {
  return box.west <= point.lon && point.lon <= box.east && box.south <= point.lat && point.lat <= box.north
}
