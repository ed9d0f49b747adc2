import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { world } from '../../../tests/world/world.ts'
import { mayBePrepared } from './preparing-pool.server.ts'

test.each([
  ['insert into "a" ("b") values ($1)', true],
  ['  update a set b = $1', true],
  [
    'with "filed" as (insert into "a" ("b") values ($1) returning "id") insert into "c" select "id" from "filed"',
    true,
  ],
  ['delete from "a" where "b" = $1', true],
  ['insert into "a" ("b") values ($1) returning *', false],
  ['with found as (select 1) select b from found', false],
  ['select "b" from "a" where "c" = $1', false],
  ['begin', false],
  [`insert into a (b) values ${'($1), '.repeat(2000)}($1)`, false],
])('%s is prepared: %s', (text, prepared) => expect(mayBePrepared(text)).toBe(prepared))

test('a write is prepared once for its connection and counts its rows; what it read before stays readable', async () => {
  const w = await world()
  await w.pool.query('create table noted (id int primary key, words text)')
  const names = await w.db.transaction().execute(async (db) => {
    for (const id of [1, 2, 3]) {
      const done =
        await sql`insert into noted (id, words) values (${id}, ${'x'}) on conflict do nothing`.execute(db)
      expect(done.numAffectedRows).toBe(1n)
    }
    await sql`select * from noted`.execute(db)
    return sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  })
  expect(names.rows.map((row) => row.statement)).toEqual([expect.stringContaining('insert into noted')])
  await w.pool.query('alter table noted add column more text')
  const { rows } = await sql`select * from noted`.execute(w.db)
  expect(rows).toHaveLength(3)
})
