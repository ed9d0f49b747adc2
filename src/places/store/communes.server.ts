import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { Boundary, CommuneOnMap } from '../rules/locate.ts'
import type { CommuneRow, FormerUnitRow, PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

/** A commune that a search found, with the former unit whose name matched, if it was one. */
export interface FoundCommune extends CommuneRow {
  readonly formerMatch: FormerUnitRow | null
}

/** How alike a folded name must be to the folded query to count as a typing error of it. */
const leastAlike = 0.45

/**
 * Communes whose present or former name begins with, contains or resembles the folded words; the best match first,
 * then by name.
 */
export async function searchCommunes(db: Database, folded: string, limit: number): Promise<FoundCommune[]> {
  const pattern = `%${folded}%`
  const { rows } = await sql<CommuneRow & { former_code: string | null }>`
    select c.*, best.former_code
    from (
      select distinct on (n.commune_code) n.commune_code, n.former_code,
        case when n.folded = ${folded} then 0
             when n.folded like ${`${folded}%`} or n.folded like ${`% ${folded}%`} then 1
             when n.folded like ${pattern} then 2
             else 3 end as step,
        similarity(n.folded, ${folded}) as alike
      from commune_names n
      where n.folded like ${pattern} or similarity(n.folded, ${folded}) >= ${leastAlike}
      order by n.commune_code, step, n.former_code nulls first, alike desc
    ) best
    join communes c on c.code = best.commune_code and c.code_system = ${presentSystem}
    order by best.step, best.former_code is not null, best.alike desc, c.name
    limit ${limit}`.execute(db)
  const former = await formerUnitsByCode(db, rows.flatMap((row) => row.former_code ?? []))
  return rows.map(({ former_code, ...commune }) => ({
    ...commune,
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
  const present = rows.filter((row) => row.code === code).map((row) => ({ ...row, formerMatch: null }))
  const past = former.flatMap((unit) =>
    rows.filter((row) => row.code === unit.commune_code).map((row) => ({ ...row, formerMatch: unit })),
  )
  return [...present, ...past.filter((found) => found.code !== code || found.formerMatch?.name !== `${found.kind} ${found.name}`)]
}

async function formerUnitsByCode(db: Database, codes: readonly string[]): Promise<FormerUnitRow[]> {
  if (codes.length === 0) return []
  return db.selectFrom('former_units').selectAll().where('code', 'in', codes).execute()
}

/** All communes, a few dozen rows. */
export async function allCommunes(db: Database): Promise<CommuneRow[]> {
  return db.selectFrom('communes').selectAll().where('code_system', '=', presentSystem).orderBy('code').execute()
}

export async function communeBy(
  db: Database,
  by: { code: string } | { slug: string },
): Promise<CommuneRow | undefined> {
  const query = db.selectFrom('communes').selectAll().where('code_system', '=', presentSystem)
  return ('code' in by ? query.where('code', '=', by.code) : query.where('slug', '=', by.slug)).executeTakeFirst()
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

/** Communes whose box holds the point: the few that need a closer look. */
export async function communesAround(db: Database, point: { lat: number; lon: number }): Promise<CommuneOnMap[]> {
  const rows = await db
    .selectFrom('communes')
    .select(['code', 'lat', 'lon', 'west', 'south', 'east', 'north'])
    .where('code_system', '=', presentSystem)
    .where('west', '<=', point.lon)
    .where('east', '>=', point.lon)
    .where('south', '<=', point.lat)
    .where('north', '>=', point.lat)
    .execute()
  return rows.map(({ code, lat, lon, ...box }) => ({ code, lat, lon, box }))
}

/** Boundaries whose box, a little widened, holds the point. */
export async function boundariesAround(
  db: Database,
  point: { lat: number; lon: number },
  marginDegrees: number,
): Promise<Boundary[]> {
  const rows = await db
    .selectFrom('commune_boundaries')
    .selectAll()
    .where('west', '<=', point.lon + marginDegrees)
    .where('east', '>=', point.lon - marginDegrees)
    .where('south', '<=', point.lat + marginDegrees)
    .where('north', '>=', point.lat - marginDegrees)
    .execute()
  return rows.map(({ commune_code, commune_system: _system, polygons, ...box }) => ({
    code: commune_code,
    box,
    polygons,
  }))
}

export async function hasBoundaries(db: Database): Promise<boolean> {
  const row = await db.selectFrom('commune_boundaries').select('commune_code').limit(1).executeTakeFirst()
  return row !== undefined
}

/** All boundaries, for the map. */
export async function allBoundaries(db: Database): Promise<Boundary[]> {
  const rows = await db.selectFrom('commune_boundaries').selectAll().execute()
  return rows.map(({ commune_code, commune_system: _system, polygons, ...box }) => ({
    code: commune_code,
    box,
    polygons,
  }))
}

/** Replaces every boundary in the caller's transaction. */
export async function replaceBoundaries(db: Database, boundaries: readonly Boundary[]): Promise<void> {
  await db.deleteFrom('commune_boundaries').execute()
  for (const { code, box, polygons } of boundaries) {
    await db
      .insertInto('commune_boundaries')
      .values({
        commune_code: code,
        commune_system: presentSystem,
        ...box,
        polygons: sql`${JSON.stringify(polygons)}::jsonb`,
      })
      .execute()
  }
}
