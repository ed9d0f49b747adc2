import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ReportRow, ReportsTables } from './tables.ts'

/** Rows one run of a job takes. */
const batch = 500

const isOpen = sql<boolean>`status in ('submitted', 'need_info', 'accepted', 'assigned', 'returned', 'in_progress', 'reopened')`

/** Open reports that are late and were not raised yet, whether or not anybody has them. */
export async function lockLate(db: Kysely<ReportsTables>, now: Temporal.Instant): Promise<ReportRow[]> {
  return db
    .selectFrom('reports')
    .selectAll()
    .where(isOpen)
    .where('escalated_at', 'is', null)
    .where('paused_at', 'is', null)
    .where('answered_at', 'is', null)
    .where((eb) => eb.or([eb('accept_due_at', '<', now), eb('due_at', '<', now)]))
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Codes of answered reports whose answer is older than this. */
export async function readAnsweredBefore(
  db: Kysely<ReportsTables>,
  before: Temporal.Instant,
): Promise<string[]> {
  const found = await db
    .selectFrom('reports')
    .select('code')
    .where('status', '=', 'answered')
    .where('answered_at', '<', before)
    .orderBy('answered_at')
    .limit(batch)
    .execute()
  return found.map((row) => row.code)
}

/** Reports that have waited for their citizen since before this. */
export async function readWaitingSince(
  db: Kysely<ReportsTables>,
  before: Temporal.Instant,
): Promise<Pick<ReportRow, 'code' | 'agency' | 'paused_at'>[]> {
  return db
    .selectFrom('reports')
    .select(['code', 'agency', 'paused_at'])
    .where('status', '=', 'need_info')
    .where('paused_at', '<', before)
    .orderBy('paused_at')
    .limit(batch)
    .execute()
}

export async function markEscalated(
  db: Kysely<ReportsTables>,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db.updateTable('reports').set({ escalated_at: now }).where('id', 'in', ids).execute()
}
