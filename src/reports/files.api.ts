import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { sentFile } from '#platform/sent-file.ts'
import { exportQueue } from './export-queue.ts'
import { exportReports } from './export-reports.ts'
import { printReport } from './print-report.ts'
import { exportQueueInput, exportReportsInput, exportTypes, printReportInput } from './rules/export-inputs.ts'

/** Lists and reports as files to keep. */
export const reportFilesEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/reports/export',
    summary: 'The public list as CSV, a sheet or GeoJSON, complete, with a count at its end',
    who: 'anyone',
    input: exportReportsInput,
    output: sentFile,
    sends: Object.values(exportTypes),
    run: exportReports,
  }),
  endpoint({
    method: 'GET',
    path: '/desk/reports/export',
    summary: 'A room of the queue as CSV, a sheet or GeoJSON, phone numbers masked',
    who: 'export-reports',
    input: exportQueueInput,
    output: sentFile,
    sends: Object.values(exportTypes),
    run: exportQueue,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/{code}/pdf',
    summary: 'A report to print, for its reporter and for the officers who have it',
    who: 'anyone',
    input: printReportInput,
    output: sentFile,
    sends: ['application/pdf'],
    run: printReport,
  }),
]
