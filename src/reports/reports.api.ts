import type { FeatureCollection } from 'geojson'
import type { EndpointRow } from '#platform/endpoint.ts'
import { endpoint } from '#platform/endpoint.ts'
import { fileReport } from './file-report.ts'
import { findReport } from './find-report.ts'
import { giveMore } from './give-more.ts'
import { listCategories } from './list-categories.ts'
import { listMyReports } from './list-my-reports.ts'
import { listNearbyReports } from './list-nearby-reports.ts'
import { listPublicReports } from './list-public-reports.ts'
import { rateReport } from './rate-report.ts'
import { reopenReport } from './reopen-report.ts'
import { deskEndpoints } from './reports-desk.api.ts'
import {
  fileReportInput,
  findReportInput,
  giveMoreInput,
  listCategoriesInput,
  listMyReportsInput,
  listNearbyReportsInput,
  listPublicReportsInput,
  rateReportInput,
  reopenReportInput,
  withdrawReportInput,
} from './rules/inputs.ts'
import type { ReportCard } from './rules/views.ts'
import {
  categoriesView,
  filedReport,
  movedReport,
  nearbyCards,
  reportCards,
  reportView,
} from './rules/views.ts'
import { withdrawReport } from './withdraw-report.ts'

/** What other programs may do with reports. */
export const reportsEndpoints: readonly EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/categories',
    summary: 'What reports can be about',
    who: 'anyone',
    input: listCategoriesInput,
    output: categoriesView,
    run: listCategories,
  }),
  endpoint({
    method: 'POST',
    path: '/reports',
    summary: 'Report a problem; the answer tells the code and, this once, the receipt key',
    who: 'anyone',
    input: fileReportInput,
    output: filedReport,
    status: 201,
    run: fileReport,
  }),
  endpoint({
    method: 'GET',
    path: '/reports',
    summary: 'What people have reported, as everybody may see it, newest first',
    who: 'anyone',
    input: listPublicReportsInput,
    output: reportCards,
    geo: ({ items }) => asPoints(items),
    run: listPublicReports,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/nearby',
    summary: 'What was reported around a point, nearest first',
    who: 'anyone',
    input: listNearbyReportsInput,
    output: nearbyCards,
    geo: ({ items }) => asPoints(items),
    run: listNearbyReports,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/mine',
    summary: 'My reports, by account or by the receipts I carry',
    who: 'anyone',
    input: listMyReportsInput,
    output: reportCards,
    geo: ({ items }) => asPoints(items),
    run: listMyReports,
  }),
  endpoint({
    method: 'GET',
    path: '/reports/{code}',
    summary: 'A report, as this reader may see it',
    who: 'anyone',
    input: findReportInput,
    output: reportView,
    run: findReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/more',
    summary: 'Give what was asked for',
    who: 'anyone',
    input: giveMoreInput,
    output: movedReport,
    run: giveMore,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/rating',
    summary: 'Rate the answer with one to five stars',
    who: 'anyone',
    input: rateReportInput,
    output: movedReport,
    run: rateReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/reopening',
    summary: 'Reopen, once, within seven days of the answer',
    who: 'anyone',
    input: reopenReportInput,
    output: movedReport,
    run: reopenReport,
  }),
  endpoint({
    method: 'POST',
    path: '/reports/{code}/withdrawal',
    summary: 'Take a report back before work on it begins',
    who: 'anyone',
    input: withdrawReportInput,
    output: movedReport,
    run: withdrawReport,
  }),
  ...deskEndpoints,
]

/** Those cards of a list that have a place. */
function asPoints(items: readonly ReportCard[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: items.flatMap(({ place, ...properties }) =>
      place === null
        ? []
        : [
            {
              type: 'Feature',
              id: properties.code,
              geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
              properties: { ...properties, accuracyMeters: place.accuracyMeters },
            },
          ],
    ),
  }
}
