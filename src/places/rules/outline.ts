import type { Boundary } from './locate.ts'

type Position = readonly [number, number]
type Ring = readonly Position[]
type Drawn = [number, number][]

/** The shape of a commune for a map: polygons of rings, as in a GeoJSON MultiPolygon. */
export interface Outline {
  readonly code: string
  readonly outline: Drawn[][]
}

/** A map of the province on a phone shows nothing finer; degrees, about a hundred and fifty metres. */
const toleranceDegrees = 0.0015
const fewestCorners = 4
const keptDigits = 4

/**
 * Boundaries light enough for a map on a phone: the same shapes with far fewer corners. A border that two communes
 * share is thinned in one way for both, so that no gap opens between them.
 */
export function outlinesOf(boundaries: readonly Boundary[]): Outline[] {
  const owners = ownersOf(boundaries)
  return boundaries.map(({ code, polygons }) => {
    const drawn = polygons.map((rings) => drawPolygon(rings, owners)).filter((rings) => rings.length > 0)
    const whole = () => polygons.slice(0, 1).map((rings) => rings.map(roundRing))
    return { code, outline: drawn.length > 0 ? drawn : whole() }
  })
}

/** To which communes each corner belongs. */
function ownersOf(boundaries: readonly Boundary[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const { code, polygons } of boundaries) {
    for (const corner of polygons.flat(2)) {
      const known = owners.get(String(corner))
      if (known) known.add(code)
      else owners.set(String(corner), new Set([code]))
    }
  }
  return new Map([...owners].map(([corner, codes]) => [corner, [...codes].sort().join()]))
}

/** The outer ring first; without it there is nothing to cut holes into. */
function drawPolygon(rings: readonly Ring[], owners: ReadonlyMap<string, string>): Drawn[] {
  const [outer, ...holes] = rings.map((ring) => roundRing(thin(ring, owners)))
  if (!outer || outer.length < fewestCorners) return []
  return [outer, ...holes.filter((hole) => hole.length >= fewestCorners)]
}

/** Corners where a neighbour begins or ends are kept; what lies between two of them is thinned by itself. */
function thin(ring: Ring, owners: ReadonlyMap<string, string>): Ring {
  const whose = ring.map((corner) => owners.get(String(corner)))
  const meeting = ring.map((_corner, at) => at).filter((at) => isMeeting(whose, at))
  const ends = [...new Set([0, ...meeting, ring.length - 1])].sort((a, b) => a - b)
  const kept = new Set(ends)
  for (const [at, end] of ends.entries()) {
    const start = ends[at - 1]
    if (start !== undefined) keepCorners(ring, [start, end], kept)
  }
  return ring.filter((_corner, at) => kept.has(at))
}

function isMeeting(whose: readonly (string | undefined)[], at: number): boolean {
  const [before, after] = [whose[at - 1] ?? whose.at(-2), whose[at + 1] ?? whose[1]]
  return whose[at] !== before || whose[at] !== after
}

/** Douglas and Peucker's way: of the corners between two kept ones the farthest is kept too, if it is far. */
function keepCorners(ring: Ring, whole: readonly [number, number], kept: Set<number>): void {
  const spans = [whole]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const { at, away } = farthest(ring, from, to)
    if (at === from || away <= toleranceDegrees) continue
    kept.add(at)
    spans.push([from, at], [at, to])
  }
}

function farthest(ring: Ring, from: number, to: number): { at: number; away: number } {
  let found = { at: from, away: 0 }
  for (let at = from + 1; at < to; at += 1) {
    const away = distance(ring[at], ring[from], ring[to])
    if (away > found.away) found = { at, away }
  }
  return found
}

/** From a corner to the stretch between two others; these are one corner at the beginning, because rings are closed. */
function distance(point: Position | undefined, a: Position | undefined, b: Position | undefined): number {
  if (!point || !a || !b) return 0
  const [along, up] = [b[0] - a[0], b[1] - a[1]]
  const length = along * along + up * up
  const part = length === 0 ? 0 : ((point[0] - a[0]) * along + (point[1] - a[1]) * up) / length
  const on = Math.min(1, Math.max(0, part))
  return Math.hypot(point[0] - a[0] - on * along, point[1] - a[1] - on * up)
}

function roundRing(ring: Ring): Drawn {
  return ring.map(([lon, lat]) => [round(lon), round(lat)])
}

function round(degrees: number): number {
  return Number(degrees.toFixed(keptDigits))
}
