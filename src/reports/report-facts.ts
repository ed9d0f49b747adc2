import type { ReportFacts } from './rules/moves.ts'
import type { ReportRow } from './store/tables.ts'

/** What of a row decides which moves are open. */
export function factsOf(report: ReportRow): ReportFacts {
  return {
    status: report.status,
    statusBefore: report.status_before,
    returns: report.returns,
    questions: report.questions,
    reopenings: report.reopenings,
    extended: report.extended,
    extensionAsked: report.extension_asked,
    answerProposed: report.answer_proposed,
    rated: report.stars !== null,
    answeredAtMs: report.answered_at?.epochMilliseconds ?? null,
  }
}
