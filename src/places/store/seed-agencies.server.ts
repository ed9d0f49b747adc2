import type { Insertable, Kysely } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { SeedCommune } from './seed-communes.server.ts'
import type { AgencyKind, AgencyRow, PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

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
