import type { Context, Language } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { FilesTables } from '#platform/files/tables.ts'
import { keep } from '#platform/kept.ts'
import { largestPage } from '#platform/pure/page.ts'
import { provinceZone } from '#platform/pure/time.ts'
import type { checkPhoneCode } from '#people/check-phone-code.ts'
import { listAgencies } from '#places/list-agencies.ts'
import { loadCalendar } from '#places/load-calendar.ts'
import type { AgencyView, CommuneView } from '#places/rules/views.ts'
import type { WorkingCalendar } from '#places/rules/working-time.ts'
import { searchCommunes } from '#places/search-communes.ts'
import type { LimitRule } from './rules/deadline.ts'
import { provinceIntake } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import type { Named } from './rules/views.ts'
import { readRecentQuestions } from './store/questions.server.ts'
import type { QuestionSet } from './rules/questions.ts'
import { readCategories, readLimits } from './store/report-reference.server.ts'
import type { CategoryRow, ReportsTables } from './store/tables.ts'

type TablesOf<Action> = Action extends (context: Context<infer Tables>, input: never) => unknown
  ? Tables
  : never

/** Whose tables the actions of reports see. */
export type ReportsWorld = ReportsTables &
  FilesTables &
  TablesOf<typeof loadCalendar> &
  TablesOf<typeof checkPhoneCode>

/** The world without its database. */
export type Bare = Omit<Context<unknown>, 'db'>

/** What every filing needs and what seldom changes: categories, limits, agencies, communes, calendars. */
export interface Reference {
  readonly categories: ReadonlyMap<string, CategoryRow>
  readonly limits: readonly LimitRule[]
  /** What each category asks: the present version, then the one before it. */
  readonly questions: ReadonlyMap<string, readonly QuestionSet[]>
  readonly communes: ReadonlyMap<string, CommuneView>
  readonly agencies: Agencies
  readonly calendars: ReadonlyMap<string, WorkingCalendar>
}

interface Agencies {
  find(code: string): AgencyView | undefined
  ofCommune(kind: string, commune: string): AgencyView | undefined
  readonly intake: string
}

const kept = keep(readReference)

/** The reference of this process. */
export async function referenceOf(context: Context<ReportsWorld>): Promise<Reference> {
  allow(context, 'anyone')
  return kept.get(context)
}

/** After a change made here: the next reader reads anew. */
export function forgetReference(context: Pick<Context<unknown>, 'outside'>): void {
  kept.forget(context)
}

async function readReference(context: Context<ReportsWorld>): Promise<Reference> {
  const categories = await readCategories(context.db)
  const limits = await readLimits(context.db)
  const asked = Map.groupBy(await readRecentQuestions(context.db), (row) => row.category)
  const communes = await searchCommunes(context, { limit: largestPage })
  const agencies = await readAgencies(context)
  return {
    categories: new Map(categories.map((row) => [row.code, row])),
    questions: asked,
    limits: limits.map((row) => ({
      urgency: row.urgency,
      category: row.category,
      agency: row.agency,
      acceptMinutes: row.accept_minutes,
      confirmMinutes: row.confirm_minutes,
      workMinutes: row.work_minutes,
      workDays: row.work_days,
    })),
    communes: new Map(communes.items.map((commune) => [commune.code, commune])),
    agencies: inOrder(agencies),
    calendars: await readCalendars(context, agencies),
  }
}

async function readAgencies(context: Context<ReportsWorld>): Promise<AgencyView[]> {
  const all: AgencyView[] = []
  let cursor: string | undefined
  do {
    const page = await listAgencies(context, { limit: largestPage, cursor })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return all
}

function inOrder(agencies: readonly AgencyView[]): Agencies {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]))
  const byCommune = new Map(agencies.map((agency) => [`${agency.kind} ${agency.commune ?? ''}`, agency]))
  return {
    find: (code) => byCode.get(code),
    ofCommune: (kind, commune) => byCommune.get(`${kind} ${commune}`),
    intake: provinceIntake,
  }
}

/** Each calendar once, by the code that agencies name. */
async function readCalendars(
  context: Context<ReportsWorld>,
  agencies: readonly AgencyView[],
): Promise<Map<string, WorkingCalendar>> {
  const calendars = new Map<string, WorkingCalendar>()
  for (const agency of agencies) {
    if (calendars.has(agency.calendar)) continue
    calendars.set(agency.calendar, await loadCalendar(context, { agency: agency.code }))
  }
  return calendars
}

/** Refuses category-not-found. */
export function categoryOf(reference: Reference, code: string): CategoryRow {
  const category = reference.categories.get(code)
  if (category) return category
  throw refuse('category-not-found', { errors: [{ path: 'category', message: 'category-not-found' }] })
}

/** Refuses agency-unknown. */
export function agencyOf(reference: Reference, code: string): AgencyView {
  const agency = reference.agencies.find(code)
  if (agency) return agency
  throw refuse('agency-unknown', { errors: [{ path: 'agency', message: 'agency-unknown' }] })
}

/** The calendar of an agency; of one that is gone, the calendar of the province's intake. */
export function calendarOf(reference: Reference, agency: string): WorkingCalendar {
  const known = reference.agencies.find(agency) ?? reference.agencies.find(provinceIntake)
  const calendar = reference.calendars.get(known?.calendar ?? '')
  if (!calendar) throw new Error(`no calendar for the agency ${agency}`)
  return calendar
}

export function nameOfAgency(reference: Reference, code: string, language: Language = 'vi'): Named {
  const agency = reference.agencies.find(code)
  return { code, name: (language === 'en' ? agency?.en : agency?.vi) ?? code }
}

export function nameOfCommune(reference: Reference, code: string): Named {
  return { code, name: reference.communes.get(code)?.fullName ?? code }
}

export function nameOfCategory(category: CategoryRow, language: Language): Named {
  return { code: category.code, name: language === 'en' ? category.en : category.vi }
}

/** The hour on the province's clocks. */
export function hourInProvince(instant: Temporal.Instant): number {
  return instant.toZonedDateTimeISO(provinceZone).hour
}
