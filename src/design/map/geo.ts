import type { TagState } from '../tag-state.ts'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export interface Position {
  readonly lat: number
  readonly lon: number
}

/** Something on the map that one can look at. */
export interface MapPoint extends Position {
  readonly id: string
  readonly state: TagState
  readonly label: string
  /** How far the true place may lie away, where it is rounded on purpose. */
  readonly accuracyMeters?: number | null
}

/** The name of a place; the heavier one stays when two do not fit. */
export interface MapName extends Position {
  readonly name: string
  readonly weight: number
  /** How far the place reaches around its middle. */
  readonly reachMeters: number
}

/** What a map shows when nothing else says where to look: Thái Nguyên. */
export const provinceBounds: Bounds = [105.43, 21.31, 106.26, 22.75]

/** The least a map shows, in degrees: about one kilometre. */
const leastSpan = 0.012
/** The share of the box that is added around it. */
const margin = 0.12
/** Metres of one degree from south to north. */
const metersPerDegree = 110_700

/** The smallest box around the points, with a margin; the province when there are none. */
export function boundsOf(points: readonly Position[], least = leastSpan): Bounds {
  if (points.length === 0) return provinceBounds
  const lons = points.map((point) => point.lon)
  const lats = points.map((point) => point.lat)
  const [west, east] = widen(Math.min(...lons), Math.max(...lons), least)
  const [south, north] = widen(Math.min(...lats), Math.max(...lats), least)
  return [west, south, east, north]
}

function widen(low: number, high: number, least: number): [number, number] {
  const more = Math.max((high - low) * margin, (least - (high - low)) / 2)
  return [low - more, high + more]
}

/** Puts degrees on a sheet of the given size, in the projection that all web maps use, with the box in the middle. */
export function project(
  bounds: Bounds,
  sheet: { readonly width: number; readonly height: number },
): (at: Position) => { x: number; y: number } {
  const [west, south, east, north] = bounds
  const top = mercator(north)
  const bottom = mercator(south)
  const scale = Math.min(sheet.width / (east - west), sheet.height / (top - bottom))
  const left = (sheet.width - (east - west) * scale) / 2
  const above = (sheet.height - (top - bottom) * scale) / 2
  return ({ lat, lon }) => ({
    x: round(left + (lon - west) * scale),
    y: round(above + (top - mercator(lat)) * scale),
  })
}

/** How far metres from south to north reach on the sheet, around a place. */
export function reachOf(
  at: (position: Position) => { x: number; y: number },
  { lat, lon, reachMeters }: Position & { readonly reachMeters: number },
): number {
  return Math.abs(at({ lat: lat + reachMeters / metersPerDegree, lon }).y - at({ lat, lon }).y)
}

/** Northward distance in the degrees of the equator. */
function mercator(lat: number): number {
  const radians = (lat * Math.PI) / 180
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

interface Placed {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** The names that fit on a sheet without touching each other, heavier ones first. */
export function placeNames(
  names: readonly MapName[],
  at: (position: Position) => { x: number; y: number },
  sheet: { readonly width: number; readonly height: number; readonly letter: number },
): Placed[] {
  const placed: (Placed & { readonly half: number })[] = []
  for (const { name, ...position } of [...names].sort((a, b) => b.weight - a.weight)) {
    const { x, y } = at(position)
    const half = (name.length * sheet.letter * 0.56) / 2
    const outside =
      x - half < 0 || x + half > sheet.width || y < sheet.letter || y > sheet.height - sheet.letter
    const near = (other: (typeof placed)[number]) =>
      Math.abs(other.x - x) < other.half + half + 4 && Math.abs(other.y - y) < sheet.letter * 1.9
    if (!outside && !placed.some(near)) placed.push({ name, x, y, half })
  }
  return placed.map(({ name, x, y }) => ({ name, x, y }))
}
