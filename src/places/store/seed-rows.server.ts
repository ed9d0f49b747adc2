import type { Insertable, Kysely } from 'kysely'
import { sql } from 'kysely'
import { foldName } from '#platform/pure/fold-text.ts'
import { formerSystem, presentSystem } from '../rules/commune.ts'
import type { DayKind } from '../rules/calendar.ts'
import type { Season, Stretch } from '../rules/working-time.ts'
import type {
  AgencyKind,
  AgencyRow,
  CommuneNameRow,
  CommuneRow,
  FormerUnitRow,
  PlacesTables,
} from './tables.ts'

type Database = Kysely<PlacesTables>

const firstDay = '2025-07-01'

/** A commune as `seed/communes.json` has it. */
export interface SeedCommune {
  readonly code: string
  readonly name: string
  readonly kind: 'phường' | 'xã'
  readonly fullName: string
  readonly nameEn: string
  readonly slug: string
  readonly population: number
  readonly areaKm2: number
  readonly lat: number
  readonly lon: number
  readonly bbox: readonly [number, number, number, number]
  readonly altNames: readonly string[]
  readonly headquarters: string | null
  readonly formerUnitsDetail: readonly {
    readonly code: string
    readonly name: string
    readonly district: string
    readonly province: string
    readonly partial: boolean
  }[]
}

export interface SeedAgency {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly kind: AgencyKind
  readonly calendar: string
}

export interface SeedHotline {
  readonly number: string
  readonly vi: string
  readonly en: string
  readonly free: boolean
  readonly channels: readonly string[]
}

export interface SeedCalendar {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly roundTheClock: boolean
  readonly weekdays: readonly number[]
  readonly seasons: readonly (Season & { readonly confirmed: boolean })[]
  readonly days: readonly {
    readonly day: string
    readonly kind: DayKind
    readonly hours?: readonly Stretch[]
    readonly confirmed: boolean
  }[]
}

export async function saveCommunes(db: Database, communes: readonly SeedCommune[]): Promise<void> {
  const rows = communes.map((commune): CommuneRow => ({
    code: commune.code,
    code_system: presentSystem,
    valid_from: firstDay,
    kind: commune.kind,
    name: commune.name.normalize('NFC'),
    full_name: commune.fullName.normalize('NFC'),
    name_en: commune.nameEn,
    slug: commune.slug,
    population: commune.population,
    area_km2: commune.areaKm2,
    lat: commune.lat,
    lon: commune.lon,
    west: commune.bbox[0],
    south: commune.bbox[1],
    east: commune.bbox[2],
    north: commune.bbox[3],
    alt_names: [...commune.altNames],
    headquarters: commune.headquarters,
  }))
  await db
    .insertInto('communes')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['code_system', 'code']).doUpdateSet((is) => ({
        name: is.ref('excluded.name'),
        full_name: is.ref('excluded.full_name'),
        population: is.ref('excluded.population'),
        area_km2: is.ref('excluded.area_km2'),
        alt_names: is.ref('excluded.alt_names'),
      })),
    )
    .execute()
  await db
    .insertInto('former_units')
    .values(communes.flatMap(formerUnits))
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('commune_names')
    .values(communes.flatMap(namesOf))
    .onConflict((c) => c.doNothing())
    .execute()
}

function formerUnits(commune: SeedCommune): FormerUnitRow[] {
  return commune.formerUnitsDetail.map((unit) => ({
    code: unit.code,
    code_system: formerSystem,
    commune_code: commune.code,
    commune_system: presentSystem,
    name: unit.name.normalize('NFC'),
    district: unit.district,
    province: unit.province,
    partial: unit.partial,
  }))
}

/** The present name wins over a former one that folds to the same. */
function namesOf(commune: SeedCommune): CommuneNameRow[] {
  const names = new Map<string, string | null>()
  for (const unit of commune.formerUnitsDetail) names.set(foldName(bareName(unit.name)), unit.code)
  for (const name of [...commune.altNames, commune.name]) names.set(foldName(bareName(name)), null)
  return [...names].map(([folded, former_code]) => ({
    commune_code: commune.code,
    commune_system: presentSystem,
    folded,
    former_code,
  }))
}

function bareName(name: string): string {
  return name.normalize('NFC').replace(/^(phường|xã|thị trấn)\s+/i, '')
}

/** Calendars that are there already stay as officers made them. */
export async function saveCalendars(db: Database, calendars: readonly SeedCalendar[]): Promise<void> {
  for (const { code, vi, en, roundTheClock, weekdays, seasons, days } of calendars) {
    const made = await db
      .insertInto('calendars')
      .values({
        code,
        vi,
        en,
        round_the_clock: roundTheClock,
        weekdays: [...weekdays],
        updated_at: sql`now()`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (!made) continue
    for (const { from, to, hours, confirmed } of seasons) {
      const row = { calendar: code, from_day: from, to_day: to, confirmed }
      await db
        .insertInto('calendar_seasons')
        .values({ ...row, hours: json(hours) })
        .execute()
    }
    for (const { day, kind, hours, confirmed } of days) {
      const row = { calendar: code, day, kind, confirmed }
      await db
        .insertInto('calendar_days')
        .values({ ...row, hours: hours ? json(hours) : null })
        .execute()
    }
  }
}

function json(hours: readonly Stretch[]) {
  return sql<Stretch[]>`${JSON.stringify(hours)}::jsonb`
}

const provinceRoom = 1000

/** The agencies of the province, and a People's Committee and a police station for each commune. */
export async function saveAgencies(
  db: Database,
  agencies: readonly SeedAgency[],
  communes: readonly SeedCommune[],
): Promise<void> {
  const order = new Intl.Collator('vi')
  const sorted = [...communes].sort((a, b) => order.compare(a.name, b.name))
  const rows: Insertable<AgencyRow>[] = [
    ...agencies.map((agency, position) => ({
      ...agency,
      commune_code: null,
      commune_system: null,
      position,
    })),
    ...sorted.flatMap((commune, at) => agenciesOfCommune(commune, provinceRoom + at * 2)),
  ]
  await db
    .insertInto('agencies')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((is) => ({
        vi: is.ref('excluded.vi'),
        en: is.ref('excluded.en'),
        position: is.ref('excluded.position'),
      })),
    )
    .execute()
}

function agenciesOfCommune(commune: SeedCommune, position: number): Insertable<AgencyRow>[] {
  const place = { commune_code: commune.code, commune_system: presentSystem } as const
  const kindEn = commune.kind === 'phường' ? 'Ward' : 'Commune'
  const name = commune.name.normalize('NFC')
  return [
    {
      code: `ubnd-${commune.code}`,
      vi: `UBND ${commune.kind} ${name}`,
      en: `People's Committee of ${name} ${kindEn}`,
      kind: 'commune',
      calendar: 'hanh-chinh',
      position,
      ...place,
    },
    {
      code: `ca-${commune.code}`,
      vi: `Công an ${commune.kind} ${name}`,
      en: `Police of ${name} ${kindEn}`,
      kind: 'commune-police',
      calendar: 'ngay-dem',
      position: position + 1,
      ...place,
    },
  ]
}

export async function saveHotlines(db: Database, hotlines: readonly SeedHotline[]): Promise<void> {
  const rows = hotlines.map((line, position) => ({ ...line, channels: [...line.channels], position }))
  await db
    .insertInto('hotlines')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((is) => ({
        vi: is.ref('excluded.vi'),
        en: is.ref('excluded.en'),
        free: is.ref('excluded.free'),
        channels: is.ref('excluded.channels'),
        position: is.ref('excluded.position'),
      })),
    )
    .execute()
}
