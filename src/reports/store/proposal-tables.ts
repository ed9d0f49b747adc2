/** The tables behind proposals and following. */
export interface ProposalTables {
  report_models: ModelRow
  report_corrections: CorrectionRow
  report_followers: FollowerRow
  report_follower_counts: FollowerCountRow
}

export interface ModelRow {
  /** Given by the database. */
  version: number
  made_at: Temporal.Instant
  examples: number
  examples_hash: Buffer
  first_right: number
  three_right: number
  in_use: boolean
  weights: Buffer
}

export interface CorrectionRow {
  report_id: string
  chosen: string
  category: string
  corrected_at: Temporal.Instant
}

export interface FollowerRow {
  id: string
  report_id: string
  person_id: string | null
  key_hash: Buffer | null
  followed_at: Temporal.Instant
}

export interface FollowerCountRow {
  report_id: string
  followers: number
}
