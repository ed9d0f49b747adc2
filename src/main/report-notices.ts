import { systemActor } from '#platform/actor.ts'
import type { Context, Reaction } from '#platform/context.ts'
import { sendNotice } from '#notices/send-notice.ts'
import type { NoticeKind } from '#notices/rules/kinds.ts'
import { listOfficerIds } from '#people/list-officer-ids.ts'
import { findAgency } from '#places/find-agency.ts'
import type { ReportEvent, ReportEventKind } from '#reports/reports.events.ts'
import type { AllTables } from './tables.ts'

/** Every step of a report that its reporter is told. */
const toReporter: Partial<Record<ReportEventKind, NoticeKind>> = {
  'report-filed': 'report-filed',
  'report-accepted': 'report-accepted',
  'report-assigned': 'report-assigned',
  'report-rejected': 'report-rejected',
  'report-merged': 'report-merged',
  'report-asked': 'report-asked',
  'report-returned': 'report-returned',
  'report-started': 'report-started',
  'report-extended': 'report-extended',
  'report-answered': 'report-answered',
  'report-published': 'report-published',
  'report-reopened': 'report-reopened',
  'report-closed': 'report-closed',
  'report-contact-revealed': 'report-contact-revealed',
  'report-taken-back': 'report-taken-back',
}

/** What the officers of its agency are told. */
const toAgency: Partial<Record<ReportEventKind, NoticeKind>> = {
  'report-assigned': 'desk-report-assigned',
  'report-reopened': 'desk-report-reopened',
  'report-late': 'desk-report-late',
}

/** What the officer who has it is told besides. */
const toHandler: Partial<Record<ReportEventKind, NoticeKind>> = { 'report-given': 'report-given' }

/** Reporters and officers hear of reports in their inbox. */
export const reportNotices: readonly Reaction[] = [
  ...rows(toReporter, (_context, event) => (event.personId === null ? [] : [event.personId])),
  ...rows(toAgency, officersOf),
  ...rows(toHandler, (_context, event) => (event.handler === null ? [] : [event.handler])),
]

type Who = (context: Context<AllTables>, event: ReportEvent) => readonly string[] | Promise<readonly string[]>

function rows(kinds: Partial<Record<ReportEventKind, NoticeKind>>, who: Who): Reaction[] {
  return Object.entries(kinds).map(([on, kind]) => ({
    on,
    run: (context, event) => tell(context, { event: event as ReportEvent, kind, who }),
  }))
}

async function tell(
  context: Context<AllTables>,
  { event, kind, who }: { event: ReportEvent; kind: NoticeKind; who: Who },
): Promise<void> {
  const personIds = await who(context, event)
  if (personIds.length === 0) return
  await sendNotice(context, {
    personIds,
    kind,
    subject: event.code,
    params: await paramsOf(context, event, kind),
  })
}

async function paramsOf(
  context: Context<AllTables>,
  event: ReportEvent,
  kind: NoticeKind,
): Promise<Record<string, string>> {
  if (kind === 'report-merged') return { code: event.code, into: event.into ?? '' }
  if (kind !== 'report-assigned') return { code: event.code }
  const agency = await findAgency(context, { code: event.agency })
  return { code: event.code, agency: agency.vi }
}

/** The platform asks for them, whoever caused the event. */
function officersOf(context: Context<AllTables>, event: ReportEvent): Promise<readonly string[]> {
  return listOfficerIds({ ...context, actor: systemActor }, { agency: event.agency })
}
