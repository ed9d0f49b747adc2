import type { DomainEvent } from '#platform/context.ts'
import type { ReportRow } from './store/tables.ts'

export type ReportEventKind =
  | 'report-filed'
  | 'report-accepted'
  | 'report-assigned'
  | 'report-rejected'
  | 'report-merged'
  | 'report-asked'
  | 'report-given'
  | 'report-returned'
  | 'report-started'
  | 'report-extension-requested'
  | 'report-extended'
  | 'report-extension-declined'
  | 'report-answer-proposed'
  | 'report-answer-declined'
  | 'report-answered'
  | 'report-published'
  | 'report-rated'
  | 'report-reopened'
  | 'report-withdrawn'
  | 'report-closed'
  | 'report-contact-revealed'
  | 'report-late'
  | 'report-taken-back'

/** What others may hear of a report: names and codes, never its words. */
export interface ReportEvent extends DomainEvent {
  readonly kind: ReportEventKind
  readonly code: string
  readonly agency: string
  readonly commune: string
  /** Its reporter, where that is a signed-in person. */
  readonly personId: string | null
  /** The officer who has it. */
  readonly handler: string | null
  /** Of report-merged: the code of the report that stays. */
  readonly into: string | null
}

type Told = Pick<ReportRow, 'code' | 'agency' | 'commune_code' | 'reporter_id' | 'handler'>

export function reportEvent(kind: ReportEventKind, report: Told, into: string | null = null): ReportEvent {
  return {
    kind,
    code: report.code,
    agency: report.agency,
    commune: report.commune_code,
    personId: report.reporter_id,
    handler: report.handler,
    into,
  }
}
