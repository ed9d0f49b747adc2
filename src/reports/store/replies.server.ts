import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ReplyVerb } from '../rules/replies.ts'
import type { ReplyRow } from './deskwork-tables.ts'
import type { ReportsTables } from './tables.ts'

type Database = Kysely<ReportsTables>

export async function insertReply(db: Database, row: ReplyRow): Promise<void> {
  await db.insertInto('report_replies').values(row).execute()
}

export async function lockReply(db: Database, id: string): Promise<ReplyRow | undefined> {
  return db
    .selectFrom('report_replies')
    .selectAll()
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveReply(
  db: Database,
  id: string,
  changed: Partial<Omit<ReplyRow, 'id'>>,
): Promise<void> {
  await db.updateTable('report_replies').set(changed).where('id', '=', id).execute()
}

/** Those of the agency and of the whole province, by title; one row more than the page. */
export async function readReplies(
  db: Database,
  search: { agency: string | null; after: { at: string; id: string } | null; limit: number },
): Promise<ReplyRow[]> {
  let query = db
    .selectFrom('report_replies')
    .selectAll()
    .where('retired_at', 'is', null)
    .where((eb) => eb.or([eb('agency', 'is', null), eb('agency', '=', search.agency)]))
    .orderBy('title')
    .orderBy('id')
    .limit(search.limit + 1)
  const { after } = search
  if (after) query = query.where(sql<boolean>`(title, id) > (${after.at}, ${after.id}::uuid)`)
  return query.execute()
}

/** More than this nobody chooses from. */
const mostOffered = 50

/** What fits a report: its agency or the province, its category or any. The more particular come first. */
export async function readFittingReplies(
  db: Database,
  of: { agency: string; category: string; verb: ReplyVerb | undefined },
): Promise<ReplyRow[]> {
  let query = db
    .selectFrom('report_replies')
    .selectAll()
    .where('retired_at', 'is', null)
    .where((eb) => eb.or([eb('agency', 'is', null), eb('agency', '=', of.agency)]))
    .where((eb) => eb.or([eb('category', 'is', null), eb('category', '=', of.category)]))
    .orderBy(sql`category is null`)
    .orderBy('title')
    .orderBy('id')
    .limit(mostOffered)
  if (of.verb) query = query.where('verb', '=', of.verb)
  return query.execute()
}
