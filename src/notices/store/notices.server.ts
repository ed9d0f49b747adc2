import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { NoticeRow, NoticesTables } from './tables.ts'

export async function insertNotices(db: Kysely<NoticesTables>, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({
    ...row,
    params: sql<Record<string, string>>`${JSON.stringify(row.params)}::jsonb`,
  }))
  await db.insertInto('notices').values(values).execute()
}

/** One row more than the page, newest first. */
export async function readInbox(
  db: Kysely<NoticesTables>,
  inbox: { personId: string; after: readonly [at: string, id: string] | null; limit: number },
): Promise<NoticeRow[]> {
  let query = db
    .selectFrom('notices')
    .selectAll()
    .where('person_id', '=', inbox.personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(inbox.limit + 1)
  if (inbox.after) {
    const [at, id] = inbox.after
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  return query.execute()
}

/** Unread notices of a person become read: those with these ids, or all. */
export async function markRead(
  db: Kysely<NoticesTables>,
  reading: { personId: string; ids: readonly string[] | null; at: Temporal.Instant },
): Promise<void> {
  let query = db
    .updateTable('notices')
    .set({ read_at: reading.at })
    .where('person_id', '=', reading.personId)
    .where('read_at', 'is', null)
  if (reading.ids) query = query.where('id', 'in', [...reading.ids])
  await query.execute()
}

export async function countInboxUnread(db: Kysely<NoticesTables>, personId: string): Promise<number> {
  const found = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return found.unread
}
