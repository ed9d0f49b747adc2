import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { CommuneRow, FormerUnitRow, PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

/** A commune that a search found, with the former unit whose name matched, if it was one. */
export interface FoundCommune extends CommuneRow {
  readonly formerMatch: FormerUnitRow | null
  /** It only resembles what was looked for. */
  readonly resembles: boolean
}

/** How alike a folded name must be to the folded query to count as a typing error of it. */
const leastAlike = 0.35
/** The step of a match that only resembles the words; such are given when nothing better is found. */
const resembles = 3

/**
 * Communes whose present or former name begins with or contains the folded words, or resembles them when none does; the
 * best match first, then by name.
 */
export async function searchCommunes(db: Database, folded: string): Promise<FoundCommune[]> {
  const pattern = `%${folded}%`
  const { rows } = await sql<CommuneRow & { former_code: string | null; step: number }>`
    select c.*, best.former_code, best.step
    from (
      select distinct on (n.commune_code) n.commune_code, n.former_code,
        case when n.folded = ${folded} then 0
             when n.folded like ${`${folded}%`} or n.folded like ${`% ${folded}%`} then 1
             when n.folded like ${pattern} then 2
             else ${resembles} end as step,
        similarity(n.folded, ${folded}) as alike
      from commune_names n
      where n.folded like ${pattern} or similarity(n.folded, ${folded}) >= ${leastAlike}
      order by n.commune_code, step, n.former_code nulls first, alike desc
    ) best
    join communes c on c.code = best.commune_code and c.code_system = ${presentSystem}
    where best.step < ${resembles} or not exists (
      select from commune_names n where n.folded like ${pattern}
    )
    order by best.step, best.former_code is not null, best.alike desc, c.name`.execute(db)
  const former = await formerUnitsByCode(
    db,
    rows.flatMap((row) => row.former_code ?? []),
  )
  return rows.map(({ former_code, step, ...commune }) => ({
    ...commune,
    resembles: step === resembles,
    formerMatch:
      former.find((unit) => unit.code === former_code && unit.commune_code === commune.code) ?? null,
  }))
}

/** Communes for a code: its present owner, and where the former unit of that code went, told apart. */
export async function communesByCode(db: Database, code: string): Promise<FoundCommune[]> {
  const former = await formerUnitsByCode(db, [code])
  const codes = [code, ...former.map((unit) => unit.commune_code)]
  const rows = await db
    .selectFrom('communes')
    .selectAll()
    .where('code_system', '=', presentSystem)
    .where('code', 'in', codes)
    .execute()
  const present = rows
    .filter((row) => row.code === code)
    .map((row) => ({ ...row, formerMatch: null, resembles: false }))
  const past = former.flatMap((unit) =>
    rows
      .filter((row) => row.code === unit.commune_code)
      .map((row) => ({ ...row, formerMatch: unit, resembles: false })),
  )
  return [
    ...present,
    ...past.filter((found) => found.code !== code || found.formerMatch.name !== found.full_name),
  ]
}

async function formerUnitsByCode(db: Database, codes: readonly string[]): Promise<FormerUnitRow[]> {
  if (codes.length === 0) return []
  return db.selectFrom('former_units').selectAll().where('code', 'in', codes).execute()
}

/** All communes, a few dozen rows. */
export async function allCommunes(db: Database): Promise<CommuneRow[]> {
  return db
    .selectFrom('communes')
    .selectAll()
    .where('code_system', '=', presentSystem)
    .orderBy('code')
    .execute()
}

export async function communeBy(
  db: Database,
  by: { code: string } | { slug: string },
): Promise<CommuneRow | undefined> {
  const query = db.selectFrom('communes').selectAll().where('code_system', '=', presentSystem)
  return (
    'code' in by ? query.where('code', '=', by.code) : query.where('slug', '=', by.slug)
  ).executeTakeFirst()
}

/** What a commune was made of. */
export async function formerUnitsOf(db: Database, communeCode: string): Promise<FormerUnitRow[]> {
  return db
    .selectFrom('former_units')
    .selectAll()
    .where('commune_system', '=', presentSystem)
    .where('commune_code', '=', communeCode)
    .orderBy('code')
    .execute()
}
