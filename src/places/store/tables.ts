import type { Generated } from 'kysely'
import type { CalendarChange, DayKind } from '../rules/calendar.ts'
import type { CodeSystem } from '../rules/commune.ts'
import type { Polygon } from '../rules/locate.ts'
import type { Stretch } from '../rules/working-time.ts'

/** The tables of places. */
export interface PlacesTables {
  communes: CommuneRow
  former_units: FormerUnitRow
  commune_names: CommuneNameRow
  commune_boundaries: BoundaryRow
  boundary_imports: BoundaryImportRow
  calendars: CalendarRow
  calendar_seasons: SeasonRow
  calendar_days: CalendarDayRow
  calendar_changes: CalendarChangeRow
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

export interface BoundaryImportRow {
  number: Generated<number>
  id: string
  at: Temporal.Instant
  by_person: string | null
  communes: number
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

export interface CalendarDayRow {
  calendar: string
  day: string
  kind: DayKind
  hours: Stretch[] | null
  confirmed: boolean
}

export interface CalendarChangeRow {
  id: string
  calendar: string
  at: Temporal.Instant
  by_person: string | null
  change: CalendarChange
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
