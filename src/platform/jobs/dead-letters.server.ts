import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** A job that failed all its tries, as the queue keeps it. */
export interface DeadLetterRow {
  readonly id: string
  readonly queue: string
  readonly data: unknown
  readonly error: unknown
  readonly tries: number
  readonly first_queued_at: Temporal.Instant
  readonly died_at: Temporal.Instant
}

/** The newest dead letters first, after the one whose time and id are given. */
export async function readDeadLetters<Tables>(
  db: Kysely<Tables>,
  page: { readonly queue: string; readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<DeadLetterRow[]> {
  const [time, id] = page.after ?? [null, null]
  const found = await sql<DeadLetterRow>`
    select id, coalesce(source_name, name) as queue, data, source_output as error,
      coalesce(source_retry_count, 0) + 1 as tries,
      coalesce(source_created_on, created_on) as first_queued_at, created_on as died_at
    from pgboss.job
    where name = ${page.queue} and state = 'created'
      and (${time}::text is null or (created_on, id) < (${time}::timestamptz, ${id}::uuid))
    order by created_on desc, id desc
    limit ${page.limit}`.execute(db)
  return found.rows
}
