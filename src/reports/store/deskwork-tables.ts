import type { ReplyVerb } from '../rules/replies.ts'

/** What the desk keeps about its own work. */
export interface DeskworkTables {
  report_notes: NoteRow
  report_mentions: { note_id: string; person_id: string }
  report_replies: ReplyRow
}

export interface NoteRow {
  id: string
  report_id: string
  at: Temporal.Instant
  person_id: string | null
  agency: string | null
  text: string
}

export interface ReplyRow {
  id: string
  agency: string | null
  verb: ReplyVerb
  category: string | null
  title: string
  body: string
  changed_by: string | null
  changed_at: Temporal.Instant
  retired_at: Temporal.Instant | null
}
