import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Tells whoever listens on a channel of the database, when the open transaction commits. */
export async function notify(
  db: Kysely<unknown>,
  note: { readonly channel: string; readonly text: string },
): Promise<void> {
  await sql`select pg_notify(${note.channel}, ${note.text})`.execute(db)
}
