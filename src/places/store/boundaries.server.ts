import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { presentSystem } from '../rules/commune.ts'
import type { Boundary } from '../rules/locate.ts'
import type { PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

/**
 * The boundaries of one import as this process reads them; at most one import is kept. An import never changes and its
 * id never comes back, so what was read for an id stays right.
 */
let kept: { readonly importId: string; readonly read: Promise<readonly Boundary[]> } | null = null

/** All boundaries, read again only after another import; none when nobody imported any. */
export async function allBoundaries(db: Database): Promise<readonly Boundary[]> {
  const newest = await db
    .selectFrom('boundary_imports')
    .select('id')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return []
  if (kept?.importId === newest.id) {
    // Somebody else's read may fail with his connection; then everybody reads for himself.
    return kept.read.catch(() => readBoundaries(db))
  }
  const reading = { importId: newest.id, read: readBoundaries(db) }
  kept = reading
  reading.read.catch(() => {
    if (kept === reading) kept = null
  })
  return reading.read
}

async function readBoundaries(db: Database): Promise<Boundary[]> {
  const rows = await db.selectFrom('commune_boundaries').selectAll().execute()
  return rows.map(({ commune_code, west, south, east, north, polygons }) => ({
    code: commune_code,
    box: { west, south, east, north },
    polygons,
  }))
}

/** Replaces every boundary in the caller's transaction; two imports at once go one after the other. */
export async function replaceBoundaries(
  db: Database,
  boundaries: readonly Boundary[],
  record: { id: string; at: Temporal.Instant; by_person: string | null },
): Promise<void> {
  await sql`lock table commune_boundaries in share row exclusive mode`.execute(db)
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
  await db
    .insertInto('boundary_imports')
    .values({ ...record, communes: boundaries.length })
    .execute()
}
