import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Statements that one connection keeps prepared; any beyond are parsed and planned each time. */
const mostPrepared = 300

/**
 * Letters of the longest statement that is prepared. Statements that write many rows are another text for each count of
 * them: they would take every place, and memory in each connection.
 */
const longestPrepared = 6_000

const writes = /^\s*(?:insert into|update|delete from|with\b[^]*\b(?:insert into|update)\b)/i

/**
 * The pool as Kysely sees it. Statements that write are parsed once for each connection: the widest of them have
 * dozens of columns and always the same plan. Statements that read are planned anew each time, because the best plan
 * depends on what is looked for, and because one that reads `*` would break when a migration adds a column.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared || !mayBePrepared(text)) return known
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const preparing = preparingClient(client, nameOf)
      clients.set(client, preparing)
      return preparing
    },
    end: () => pool.end(),
  }
}

/** Whether a statement writes, and answers the same columns whatever migration comes. */
export function mayBePrepared(text: string): boolean {
  return text.length <= longestPrepared && writes.test(text) && !text.includes('*')
}

function preparingClient(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  const query = (text: string, given: readonly unknown[]) => {
    const values = given.map(parameterOf)
    const name = nameOf(text)
    return name === undefined ? client.query(text, values) : client.query({ name, text, values })
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

/** The pg driver knows no Temporal: instants become ISO text on their way in. */
function parameterOf(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}
