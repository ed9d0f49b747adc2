import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparingPool } from './preparing-pool.server.ts'

const timestamptz = 1184
const bigint = 20
const numeric = 1700
const date = 1082

/** How this program reads PostgreSQL's types: instants as Temporal.Instant, whole numbers as numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === timestamptz) return readInstant
    if (oid === bigint || oid === numeric) return Number
    if (oid === date) return String
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

/** PostgreSQL writes `2026-11-23 14:05:00.123+00`; Temporal wants a T. */
export function readInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'))
}

/** Opens the one pool of this process. */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'c-thainguyen',
  })
  // A connection that breaks while somebody holds it fails their query; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Kysely over the pool, with Temporal instants as parameters. */
export function openDatabase<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) })
}
