import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

const lockNumber = 727_001

/**
 * Applies the SQL files of the folder that the database has not seen, in the order of their names, each in one
 * transaction. Several processes may start at once: one applies, the others wait. Throws when an applied file was
 * changed afterwards. Gives the names of what it applied.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    const known = await readKnown(client)
    const applied: string[] = []
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8')
      if (await applyOnce(client, { name, text, known: known.get(name) })) applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber])
    client.release()
  }
}

async function readKnown(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function applyOnce(
  client: pg.PoolClient,
  file: { name: string; text: string; known: string | undefined },
): Promise<boolean> {
  const checksum = createHash('sha256').update(file.text).digest('hex')
  if (file.known === checksum) return false
  if (file.known !== undefined) throw new Error(`migration ${file.name} was changed after it was applied`)
  try {
    await client.query('begin')
    await client.query(file.text)
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      file.name,
      checksum,
    ])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file.name} failed`, { cause: error })
  }
}
