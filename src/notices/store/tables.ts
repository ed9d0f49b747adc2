/** The tables of notices. */
export interface NoticesTables {
  notices: NoticeRow
}

export interface NoticeRow {
  id: string
  person_id: string
  kind: string
  /** Code of what it is about. */
  subject: string
  params: Record<string, string>
  created_at: Temporal.Instant
  read_at: Temporal.Instant | null
}
