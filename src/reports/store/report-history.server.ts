import type { Insertable, Kysely } from 'kysely'
import type {
  AnswerRow,
  ClosureRow,
  ContactRevealRow,
  ExtensionRow,
  PauseRow,
  ReportsTables,
  TimelineRow,
} from './tables.ts'

/** Entries shown of one timeline; a report ends long before. */
const longestTimeline = 500

export async function addToTimeline(
  db: Kysely<ReportsTables>,
  entries: readonly TimelineRow[],
): Promise<void> {
  if (entries.length > 0)
    await db
      .insertInto('report_timeline')
      .values([...entries])
      .execute()
}

/** Newest first. */
export async function readTimeline(db: Kysely<ReportsTables>, reportId: string): Promise<TimelineRow[]> {
  return db
    .selectFrom('report_timeline')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(longestTimeline)
    .execute()
}

export async function beginPause(
  db: Kysely<ReportsTables>,
  reportId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db.insertInto('report_pauses').values({ report_id: reportId, from_at: at, to_at: null }).execute()
}

export async function endPause(
  db: Kysely<ReportsTables>,
  reportId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('report_pauses')
    .set({ to_at: at })
    .where('report_id', '=', reportId)
    .where('to_at', 'is', null)
    .execute()
}

export async function readPauses(db: Kysely<ReportsTables>, reportId: string): Promise<PauseRow[]> {
  return db
    .selectFrom('report_pauses')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('from_at')
    .execute()
}

export async function addExtension(db: Kysely<ReportsTables>, row: ExtensionRow): Promise<void> {
  await db.insertInto('report_extensions').values(row).execute()
}

/** The extension that waits for a decision. */
export async function readWaitingExtension(
  db: Kysely<ReportsTables>,
  reportId: string,
): Promise<ExtensionRow | undefined> {
  return db
    .selectFrom('report_extensions')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
}

export async function saveDecision(
  db: Kysely<ReportsTables>,
  id: string,
  decision: Pick<ExtensionRow, 'decided_by' | 'decided_at' | 'approved' | 'note'>,
): Promise<void> {
  await db.updateTable('report_extensions').set(decision).where('id', '=', id).execute()
}

export async function addAnswer(db: Kysely<ReportsTables>, row: AnswerRow): Promise<void> {
  await db.insertInto('report_answers').values(row).execute()
}

/** Oldest first. */
export async function readAnswers(db: Kysely<ReportsTables>, reportId: string): Promise<AnswerRow[]> {
  return db
    .selectFrom('report_answers')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
}

export async function saveApproval(
  db: Kysely<ReportsTables>,
  id: string,
  decision: Partial<Pick<AnswerRow, 'approved_by' | 'approved_at' | 'declined_at' | 'due_at'>>,
): Promise<void> {
  await db.updateTable('report_answers').set(decision).where('id', '=', id).execute()
}

export async function addClosure(db: Kysely<ReportsTables>, row: Insertable<ClosureRow>): Promise<void> {
  await db.insertInto('report_closures').values(row).execute()
}

/** How it was ended last. */
export async function readClosure(
  db: Kysely<ReportsTables>,
  reportId: string,
): Promise<ClosureRow | undefined> {
  return db
    .selectFrom('report_closures')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addContactReveal(db: Kysely<ReportsTables>, row: ContactRevealRow): Promise<void> {
  await db.insertInto('report_contact_reveals').values(row).execute()
}

/** The ending that the answer which counts gave it. */
export async function readEnding(db: Kysely<ReportsTables>, reportId: string): Promise<AnswerRow['ending']> {
  const found = await db
    .selectFrom('report_answers')
    .select('ending')
    .where('report_id', '=', reportId)
    .where('approved_at', 'is not', null)
    .orderBy('approved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.ending ?? 'explained'
}
