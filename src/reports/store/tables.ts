import type {
  Urgency,
  CategoryUrgency,
  ClosureEnding,
  Ending,
  FirstLine,
  TimelineStep,
} from '../rules/words.ts'
import type { QuestionTables } from './question-tables.ts'
import type { Open311Tables } from './open311-tables.ts'
import type { FiguresTables } from './figures-tables.ts'
import type { Status } from '../rules/status.ts'
import type { ProposalTables } from './proposal-tables.ts'
import type { DeskworkTables } from './deskwork-tables.ts'

/** The tables of reports. */
export interface ReportsTables
  extends QuestionTables, ProposalTables, Open311Tables, FiguresTables, DeskworkTables {
  report_categories: CategoryRow
  report_limits: LimitRow
  reports: ReportRow
  report_timeline: TimelineRow
  report_pauses: PauseRow
  report_extensions: ExtensionRow
  report_answers: AnswerRow
  report_closures: ClosureRow
  report_contact_reveals: ContactRevealRow
}

export interface CategoryRow {
  code: string
  group_code: string
  vi: string
  en: string
  first_line: FirstLine
  lead: string
  urgency: CategoryUrgency
  confidential: boolean
  anonymous_allowed: boolean
  needs_proof: boolean
  position: number
}

export interface LimitRow {
  id: string
  urgency: Urgency
  category: string | null
  agency: string | null
  accept_minutes: number
  confirm_minutes: number
  work_minutes: number | null
  work_days: number | null
}

export type ReporterKind = 'person' | 'guest' | 'anonymous'

export interface ReportRow {
  id: string
  code: string
  version: number
  status: Status
  status_before: Status | null
  category: string
  urgency: Urgency
  danger: boolean
  commune_code: string
  commune_system: string
  lat: number | null
  lon: number | null
  landmark: string | null
  title: string
  text: string
  folded: string
  public_title: string | null
  public_text: string | null
  public_folded: string
  public_lat: number | null
  public_lon: number | null
  published_at: Temporal.Instant | null
  agency: string
  handler: string | null
  channel: string
  filed_at: Temporal.Instant
  updated_at: Temporal.Instant
  accepted_at: Temporal.Instant | null
  step_from: Temporal.Instant
  accept_due_at: Temporal.Instant | null
  clock_from: Temporal.Instant
  due_at: Temporal.Instant | null
  paused_at: Temporal.Instant | null
  extended_days: number
  extended: boolean
  returns: number
  questions: number
  reopenings: number
  extension_asked: boolean
  answer_proposed: boolean
  answered_at: Temporal.Instant | null
  stars: number | null
  closed_as: ClosureEnding | null
  merged_into: string | null
  escalated_at: Temporal.Instant | null
  reporter_kind: ReporterKind
  reporter_id: string | null
  guest_phone: string | null
  guest_name: string | null
  receipt_key_hash: Buffer
}

export interface TimelineRow {
  id: string
  report_id: string
  at: Temporal.Instant
  step: TimelineStep
  part: 'citizen' | 'intake' | 'agency' | 'system'
  agency: string | null
  person_id: string | null
  text: string | null
  to_agency: string | null
  until_at: Temporal.Instant | null
  stars: number | null
  reason: string | null
}

export interface PauseRow {
  report_id: string
  from_at: Temporal.Instant
  to_at: Temporal.Instant | null
}

export interface ExtensionRow {
  id: string
  report_id: string
  working_days: number
  text: string
  asked_by: string | null
  asked_at: Temporal.Instant
  decided_by: string | null
  decided_at: Temporal.Instant | null
  approved: boolean | null
  note: string | null
}

export interface AnswerRow {
  id: string
  report_id: string
  agency: string
  ending: Ending
  text: string
  proposed_by: string | null
  proposed_at: Temporal.Instant
  approved_by: string | null
  approved_at: Temporal.Instant | null
  declined_at: Temporal.Instant | null
  due_at: Temporal.Instant | null
}

export interface ClosureRow {
  id: string
  report_id: string
  ending: ClosureEnding
  reason: string | null
  text: string | null
  go_to: string | null
  closed_by: string | null
  closed_at: Temporal.Instant
}

export interface ContactRevealRow {
  id: string
  report_id: string
  person_id: string
  agency: string | null
  reason: string
  revealed_at: Temporal.Instant
}
