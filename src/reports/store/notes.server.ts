import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { NoteRow } from './deskwork-tables.ts'
import type { ReportsTables } from './tables.ts'

export async function insertNote(
  db: Kysely<ReportsTables>,
  note: NoteRow,
  mentioned: readonly string[],
): Promise<void> {
  await db.insertInto('report_notes').values(note).execute()
  if (mentioned.length === 0) return
  const rows = mentioned.map((person_id) => ({ note_id: note.id, person_id }))
  await db.insertInto('report_mentions').values(rows).execute()
}

/** One row more than the page, newest first. */
export async function readNotes(
  db: Kysely<ReportsTables>,
  search: { reportId: string; after: { at: string; id: string } | null; limit: number },
): Promise<(NoteRow & { mentioned: string[] })[]> {
  let query = db
    .selectFrom('report_notes')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select person_id::text from report_mentions where note_id = report_notes.id order by 1)`.as(
        'mentioned',
      ),
    )
    .where('report_id', '=', search.reportId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit + 1)
  const { after } = search
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}
