import type { Kysely } from 'kysely'
import { foldName } from '#platform/pure/fold-text.ts'
import { formerSystem, presentSystem } from '../rules/commune.ts'
import type { CommuneNameRow, CommuneRow, FormerUnitRow, PlacesTables } from './tables.ts'

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
