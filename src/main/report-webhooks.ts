import type { Reaction } from '#platform/context.ts'
import { queueWebhook } from '#platform/webhooks/queue-webhook.ts'
import type { ReportEvent, ReportEventKind } from '#reports/reports.events.ts'

/** What other programs may be told of reports: what everybody can see. */
export const toldKinds = [
  'report-filed',
  'report-accepted',
  'report-assigned',
  'report-rejected',
  'report-merged',
  'report-asked',
  'report-given',
  'report-returned',
  'report-started',
  'report-extended',
  'report-answered',
  'report-published',
  'report-rated',
  'report-reopened',
  'report-withdrawn',
  'report-closed',
] as const satisfies readonly ReportEventKind[]

/** Other programs hear of reports by webhooks: codes, never words and never people. */
export const reportWebhooks: readonly Reaction[] = toldKinds.map((on) => ({
  on,
  run: (context, event) => {
    const { code, agency, commune, into } = event as ReportEvent
    return queueWebhook(context, {
      kind: on,
      data: { code, agency, commune, into },
    })
  },
}))
