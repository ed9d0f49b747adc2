import type { Language } from '#platform/pure/language.ts'
import type { Boundary } from './locate.ts'
import type { AgencyView, CommuneView, FormerUnitView } from './views.ts'

interface CommuneFacts {
  readonly code: string
  readonly code_system: CommuneView['codeSystem']
  readonly valid_from: string
  readonly kind: 'phường' | 'xã'
  readonly name: string
  readonly full_name: string
  readonly name_en: string
  readonly slug: string
  readonly population: number
  readonly area_km2: number
  readonly lat: number
  readonly lon: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

interface FormerFacts {
  readonly code: string
  readonly code_system: CommuneView['codeSystem']
  readonly name: string
  readonly district: string
  readonly province: string
  readonly partial: boolean
}

/** A commune as people and programs see it. */
export function showCommune(row: CommuneFacts, matched: FormerFacts | null = null): CommuneView {
  return {
    code: row.code,
    codeSystem: row.code_system,
    validFrom: row.valid_from,
    kind: row.kind,
    name: row.name,
    fullName: row.full_name,
    nameEn: row.name_en,
    slug: row.slug,
    population: row.population,
    areaKm2: row.area_km2,
    lat: row.lat,
    lon: row.lon,
    bbox: [row.west, row.south, row.east, row.north],
    matched: matched && showFormerUnit(matched),
    boundary: null,
  }
}

/** The commune with its imported boundary, if it has one. */
export function withBoundary(commune: CommuneView, boundaries: readonly Boundary[]): CommuneView {
  const own = boundaries.find((boundary) => boundary.code === commune.code)
  if (!own) return commune
  const boundary = own.polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
  )
  return { ...commune, boundary }
}

export function showFormerUnit(row: FormerFacts): FormerUnitView {
  const { code, code_system, name, district, province, partial } = row
  return { code, codeSystem: code_system, name, district, province, partial }
}

interface AgencyFacts {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly kind: string
  readonly commune_code: string | null
  readonly calendar: string
}

/** An agency with its name in the reader's language. */
export function showAgency(row: AgencyFacts, language: Language): AgencyView {
  const { code, vi, en, kind, commune_code, calendar } = row
  return { code, vi, en, name: language === 'en' ? en : vi, kind, commune: commune_code, calendar }
}
