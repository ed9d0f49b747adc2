import type { BatchState, BatchVerb } from '../rules/batches.ts'
import type { ReplyVerb } from '../rules/replies.ts'
import type { QueueFilter, RejectionReason } from '../rules/words.ts'

/** What the desk keeps about its own work. */
export interface DeskworkTables {
  report_notes: NoteRow
  report_mentions: { note_id: string; person_id: string }
  report_replies: ReplyRow
  report_saved_filters: SavedFilterRow
  report_batches: BatchRow
  report_batch_items: BatchItemRow
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

export interface SavedFilterRow {
  id: string
  person_id: string
  agency: string | null
  name: string
  shared: boolean
  room: QueueFilter
  commune: string | null
  category: string | null
  words: string | null
  saved_at: Temporal.Instant
}

/** What goes with a move made on several reports. */
export interface Said {
  readonly agency?: string | undefined
  readonly text?: string | undefined
  readonly reason?: RejectionReason | undefined
  readonly goTo?: string | undefined
}

export interface BatchRow {
  id: string
  agency: string
  verb: BatchVerb
  said: Said
  state: BatchState
  made_by: string | null
  made_at: Temporal.Instant
  decided_by: string | null
  decided_at: Temporal.Instant | null
  undone_by: string | null
  undone_at: Temporal.Instant | null
}

export interface BatchItemRow {
  batch_id: string
  report_id: string
  outcome: string | null
  version_after: number | null
  replaced: Readonly<Record<string, string | boolean | null>> | null
  undo: string | null
}
