import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { acceptReport } from './accept-report.ts'
import { answerReport } from './answer-report.ts'
import { approveAnswer } from './approve-answer.ts'
import { askForMore } from './ask-for-more.ts'
import { assignReport } from './assign-report.ts'
import { closeReport } from './close-report.ts'
import { decideExtension } from './decide-extension.ts'
import { listQueue } from './list-queue.ts'
import { mergeReports } from './merge-reports.ts'
import { publishReport } from './publish-report.ts'
import { rejectReport } from './reject-report.ts'
import { requestExtension } from './request-extension.ts'
import { returnReport } from './return-report.ts'
import { revealContact } from './reveal-contact.ts'
import { startReport } from './start-report.ts'
import { todayAtDesk } from './today-at-desk.ts'
import {
  acceptReportInput,
  answerReportInput,
  approveAnswerInput,
  askForMoreInput,
  assignReportInput,
  closeReportInput,
  decideExtensionInput,
  listQueueInput,
  mergeReportsInput,
  publishReportInput,
  rejectReportInput,
  requestExtensionInput,
  returnReportInput,
  revealContactInput,
  startReportInput,
  todayAtDeskInput,
} from './rules/inputs.ts'
import { movedReport, queueView, revealedContact, todayView } from './rules/views.ts'

/** What officers do with reports. Who may move which report is decided by the report itself. */
export const deskEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/desk/reports',
    summary: 'The queue of my agency, with how many lie in each room',
    who: 'signed-in',
    input: listQueueInput,
    output: queueView,
    run: listQueue,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/today',
    summary: 'My day: counts that are links, and what is most pressing',
    who: 'signed-in',
    input: todayAtDeskInput,
    output: todayView,
    run: todayAtDesk,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/acceptance',
    summary: 'Accept a report, under its right category',
    who: 'intake-reports',
    input: acceptReportInput,
    output: movedReport,
    run: acceptReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/assignment',
    summary: 'Pass a report to the agency that will handle it',
    who: 'intake-reports',
    input: assignReportInput,
    output: movedReport,
    run: assignReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/rejection',
    summary: 'Do not take a report: reason, sentence, where to go',
    who: 'intake-reports',
    input: rejectReportInput,
    output: movedReport,
    run: rejectReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/merge',
    summary: 'Merge a report into another about the same thing',
    who: 'intake-reports',
    input: mergeReportsInput,
    output: movedReport,
    run: mergeReports,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/question',
    summary: 'Ask the reporter for more; the clocks stand still',
    who: 'signed-in',
    input: askForMoreInput,
    output: movedReport,
    run: askForMore,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/return',
    summary: 'Hand back a report that is not of this agency',
    who: 'handle-reports',
    input: returnReportInput,
    output: movedReport,
    run: returnReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/start',
    summary: 'Confirm a report and begin to work on it',
    who: 'handle-reports',
    input: startReportInput,
    output: movedReport,
    run: startReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/extension',
    summary: 'Ask for more working days, once',
    who: 'handle-reports',
    input: requestExtensionInput,
    output: movedReport,
    run: requestExtension,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/extension/decision',
    summary: 'Grant or decline the extension',
    who: 'signed-in',
    input: decideExtensionInput,
    output: movedReport,
    run: decideExtension,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/answer',
    summary: 'Answer the reporter, with photos of the result',
    who: 'handle-reports',
    input: answerReportInput,
    output: movedReport,
    run: answerReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/answer/approval',
    summary: 'Approve the answer that waits, or say what to change',
    who: 'approve-reports',
    input: approveAnswerInput,
    output: movedReport,
    run: approveAnswer,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/publication',
    summary: 'Publish an answered report in edited words',
    who: 'intake-reports',
    input: publishReportInput,
    output: movedReport,
    run: publishReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/closure',
    summary: 'Close an answered report',
    who: 'signed-in',
    input: closeReportInput,
    output: movedReport,
    run: closeReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/contact-reveals',
    summary: 'Open the sealed contact of a reporter; logged and told',
    who: 'see-report-contacts',
    input: revealContactInput,
    output: revealedContact,
    run: revealContact,
  }),
]
