import { expect, inject, test } from 'vitest'
import { openPool } from '#platform/database/database.server.ts'
import { databaseUrl, templateName } from '../world/database.ts'
import { readHouse } from './house.ts'
import { ownersOf } from './migrations.ts'

/** Tables of libraries that bring their own migrations. */
const libraries = ['schema_migrations']

async function ask<Row extends object>(query: string): Promise<Row[]> {
  const pool = openPool(databaseUrl(inject('databaseServer'), templateName), 1)
  try {
    return (await pool.query<Row>(query)).rows
  } finally {
    await pool.end()
  }
}

/** Foreign keys whose columns are not the first of any index, in whatever order. */
const foreignKeysWithoutIndex = `
  select key.conrelid::regclass::text || ' (' || string_agg(column_.attname, ', ') || ')' as name
  from pg_constraint key
  join pg_attribute column_ on column_.attrelid = key.conrelid and column_.attnum = any (key.conkey)
  where key.contype = 'f' and key.connamespace = 'public'::regnamespace
    and not exists (
      select 1 from pg_index index_
      where index_.indrelid = key.conrelid
        and (index_.indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey
    )
  group by key.oid, key.conrelid`

test('every foreign key has an index', async () => {
  expect(await ask(foreignKeysWithoutIndex)).toEqual([])
})

test('a foreign key without an index is seen', async () => {
  const planted = `
    create temporary table planted (id uuid primary key);
    create temporary table planting (planted uuid references planted (id));`
  const pool = openPool(databaseUrl(inject('databaseServer'), templateName), 1)
  try {
    await pool.query(planted)
    const seen = await pool.query<{ name: string }>(
      foreignKeysWithoutIndex.replace("'public'::regnamespace", 'pg_my_temp_schema()'),
    )
    expect(seen.rows).toEqual([{ name: 'planting (planted)' }])
  } finally {
    await pool.end()
  }
})

test('every table has a primary key and an owner', async () => {
  const tables = await ask<{ name: string; keyed: boolean }>(`
    select relname as name, exists (select 1 from pg_constraint where conrelid = pg_class.oid and contype = 'p') as keyed
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)
  const ours = tables.filter((table) => !libraries.includes(table.name))
  const owners = ownersOf(readHouse())
  expect(ours.filter((table) => !table.keyed)).toEqual([])
  expect(ours.map((table) => table.name).filter((name) => !owners.has(name))).toEqual([])
})

test('every index that we made names the query it serves', async () => {
  const silent = await ask(`
    select index_.indexrelid::regclass::text as name from pg_index index_
    where index_.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      and not exists (select 1 from pg_constraint where conindid = index_.indexrelid)
      and coalesce(obj_description(index_.indexrelid, 'pg_class'), '') !~ '^serves '`)
  expect(silent).toEqual([])
})
