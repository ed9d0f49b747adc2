import type { Box, Point } from './commune.ts'
import { isInBox } from './commune.ts'
import type { Boundary, CommuneOnMap, Polygon } from './locate.ts'
import { crossesItself } from './ring.ts'

/** What is wrong with a file of boundaries; the words are in the messages. */
export type BoundaryMistake =
  | 'not-collection'
  | 'no-features'
  | 'too-many-features'
  | 'too-many-points'
  | 'not-feature'
  | 'no-code'
  | 'code-unknown'
  | 'code-twice'
  | 'not-polygon'
  | 'ring-short'
  | 'ring-open'
  | 'point-wrong'
  | 'ring-crosses-itself'
  | 'elsewhere'

/** A mistake and where in the file it is: `features.3.geometry`. */
export interface BoundaryProblem {
  readonly path: string
  readonly mistake: BoundaryMistake
  readonly code: string
}

export interface ReadBoundaries {
  readonly boundaries: readonly Boundary[]
  readonly problems: readonly BoundaryProblem[]
}

const mostFeatures = 500
const mostPoints = 600_000
/** A closed triangle. */
const fewestPoints = 4
const mostProblems = 50

type Ring = Polygon[number]

/**
 * Reads a GeoJSON FeatureCollection of commune polygons (WGS 84, [lon, lat]). Each feature names its present commune
 * code in `id` or `properties.code`, at most once. Gives the boundaries, or everything that is wrong with the file.
 */
export function readBoundaries(file: unknown, communes: readonly CommuneOnMap[]): ReadBoundaries {
  const whole = (mistake: BoundaryMistake): ReadBoundaries => ({
    boundaries: [],
    problems: [{ path: 'features', mistake, code: '' }],
  })
  if (!isObject(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features'])) {
    return whole('not-collection')
  }
  const features: readonly unknown[] = file['features']
  if (features.length === 0) return whole('no-features')
  if (features.length > mostFeatures) return whole('too-many-features')
  const known = new Map(communes.map((commune) => [commune.code, commune]))
  const seen = new Set<string>()
  const read = features.map((feature, at) => readFeature(feature, `features.${at}`, { known, seen }))
  const problems = read.flatMap((one) => one.problems)
  const boundaries = read.flatMap((one) => one.boundaries)
  const points = boundaries.reduce((sum, boundary) => sum + pointsOf(boundary), 0)
  if (points > mostPoints) return whole('too-many-points')
  return problems.length > 0
    ? { boundaries: [], problems: problems.slice(0, mostProblems) }
    : { boundaries, problems }
}

function readFeature(
  feature: unknown,
  path: string,
  { known, seen }: { known: ReadonlyMap<string, CommuneOnMap>; seen: Set<string> },
): ReadBoundaries {
  const code = codeOf(feature)
  const wrong = (mistake: BoundaryMistake, at = path): ReadBoundaries => ({
    boundaries: [],
    problems: [{ path: at, mistake, code }],
  })
  if (!isObject(feature) || feature['type'] !== 'Feature') return wrong('not-feature')
  if (code === '') return wrong('no-code')
  const commune = known.get(code)
  if (!commune) return wrong('code-unknown')
  if (seen.has(code)) return wrong('code-twice')
  seen.add(code)
  const polygons = polygonsOf(feature['geometry'])
  if (polygons === null) return wrong('not-polygon', `${path}.geometry`)
  const mistake = firstMistake(polygons)
  if (mistake) return wrong(mistake, `${path}.geometry`)
  const read = polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const)))
  const box = boxOf(read)
  return isInBox(commune, box)
    ? { boundaries: [{ code, box, polygons: read }], problems: [] }
    : wrong('elsewhere')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function codeOf(feature: unknown): string {
  if (!isObject(feature)) return ''
  const { id, properties } = feature
  const code = id ?? (isObject(properties) ? properties['code'] : undefined)
  return typeof code === 'string' ? code.slice(0, 20) : ''
}

/** The polygons of a geometry; null when it is none. */
function polygonsOf(geometry: unknown): Polygon[] | null {
  if (!isObject(geometry)) return null
  const { type, coordinates } = geometry
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons) || polygons.length === 0) return null
  const lists = polygons.every(
    (polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every((ring) => Array.isArray(ring)),
  )
  return lists ? (polygons as Polygon[]) : null
}

function firstMistake(polygons: readonly Polygon[]): BoundaryMistake | null {
  for (const ring of polygons.flat()) {
    const mistake = mistakeOf(ring)
    if (mistake) return mistake
  }
  return null
}

function mistakeOf(ring: Ring): BoundaryMistake | null {
  if (!ring.every(isPosition)) return 'point-wrong'
  if (ring.length < fewestPoints) return 'ring-short'
  const [first, last] = [ring[0], ring.at(-1)]
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return 'ring-open'
  return crossesItself(ring) ? 'ring-crosses-itself' : null
}

/** A longitude and a latitude in degrees; a height may follow and is left out. */
function isPosition(point: unknown): boolean {
  if (!Array.isArray(point) || point.length < 2 || point.length > 4) return false
  const [lon, lat] = point as unknown[]
  const inRange = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most
  return inRange(lon, 180) && inRange(lat, 90)
}

function boxOf(polygons: readonly Polygon[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [lon, lat] of polygons.flat(2)) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

function pointsOf(boundary: Boundary): number {
  return boundary.polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
}

/** The row of a commune as a point with its box. */
export function onMap(row: Point & Box & { readonly code: string }): CommuneOnMap {
  const { code, lat, lon, west, south, east, north } = row
  return { code, lat, lon, box: { west, south, east, north } }
}
