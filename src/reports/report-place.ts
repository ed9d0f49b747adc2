import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { locatePlace } from '#places/locate-place.ts'
import { isInBox } from '#places/rules/commune.ts'
import type { Reference, ReportsWorld } from './report-reference.ts'
import type { FileReport } from './rules/inputs.ts'
import { refuse } from './rules/refusals.ts'

/** The commune in which something is reported. */
export interface ReportPlace {
  readonly code: string
  readonly system: string
  readonly name: string
}

/**
 * The commune of a report: the one the citizen named, as long as the point can lie in it, else the one the point lies
 * in. Refuses commune-unknown and outside-province.
 */
export async function findPlace(
  context: Context<ReportsWorld>,
  reference: Reference,
  input: Pick<FileReport, 'lat' | 'lon' | 'commune'>,
): Promise<ReportPlace> {
  allow(context, 'anyone')
  const { lat, lon } = input
  const named = input.commune === undefined ? undefined : reference.communes.get(input.commune)
  if (input.commune !== undefined && !named) {
    throw refuse('commune-unknown', { errors: [{ path: 'commune', message: 'commune-unknown' }] })
  }
  if (named && (lat === undefined || lon === undefined || mayLieIn({ lat, lon }, named.bbox))) {
    return { code: named.code, system: named.codeSystem, name: named.fullName }
  }
  const { commune } = await locatePlace(context, { lat: lat ?? 0, lon: lon ?? 0 })
  return { code: commune.code, system: commune.codeSystem, name: commune.name }
}

/** Degrees around the box of a commune in which its people may still place a point: about 300 m. */
const margin = 0.003

function mayLieIn(
  point: { lat: number; lon: number },
  [west = 0, south = 0, east = 0, north = 0]: number[],
): boolean {
  const box = { west: west - margin, south: south - margin, east: east + margin, north: north + margin }
  return isInBox(point, box)
}
