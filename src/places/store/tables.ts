import type { CodeSystem } from '../rules/commune.ts'
import type { Polygon } from '../rules/locate.ts'
import type { Stretch } from '../rules/working-time.ts'

/** The tables of places. */
export interface PlacesTables {
  communes: CommuneRow
  former_units: FormerUnitRow
  commune_names: CommuneNameRow
  commune_boundaries: BoundaryRow
  calendars: CalendarRow
  calendar_seasons: SeasonRow
  calendar_days: CalendarDayRow
  agencies: AgencyRow
  hotlines: HotlineRow
}

interface BoxColumns {
  west: number
  south: number
  east: number
  north: number
}

export interface CommuneRow extends BoxColumns {
  code: string
  code_system: CodeSystem
  valid_from: string
  kind: 'phường' | 'xã'
  name: string
  full_name: string
  name_en: string
  slug: string
  population: number
  area_km2: number
  lat: number
  lon: number
  alt_names: string[]
  headquarters: string | null
}

export interface FormerUnitRow {
  code: string
  code_system: CodeSystem
  commune_code: string
  commune_system: CodeSystem
  name: string
  district: string
  province: string
  partial: boolean
}

export interface CommuneNameRow {
  commune_code: string
  commune_system: CodeSystem
  folded: string
  former_code: string | null
}

export interface BoundaryRow extends BoxColumns {
  commune_code: string
  commune_system: CodeSystem
  polygons: Polygon[]
}

export interface CalendarRow {
  code: string
  vi: string
  en: string
  round_the_clock: boolean
  weekdays: number[]
  updated_at: Temporal.Instant
}

export interface SeasonRow {
  calendar: string
  from_day: string
  to_day: string
  hours: Stretch[]
  confirmed: boolean
}

export type DayKind = 'off' | 'worked' | 'own-hours'

export interface CalendarDayRow {
  calendar: string
  day: string
  kind: DayKind
  hours: Stretch[] | null
  confirmed: boolean
}

export type AgencyKind =
  'intake' | 'department' | 'commune' | 'commune-police' | 'police' | 'rescue' | 'utility' | 'relief'

export interface AgencyRow {
  code: string
  vi: string
  en: string
  kind: AgencyKind
  commune_code: string | null
  commune_system: CodeSystem | null
  calendar: string
  position: number
}

export interface HotlineRow {
  number: string
  vi: string
  en: string
  free: boolean
  channels: string[]
  position: number
}
