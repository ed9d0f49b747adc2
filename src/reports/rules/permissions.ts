import type { Actor } from '#platform/actor.ts'
import type { Part } from './status.ts'

/** What officers may be allowed to do with reports; roles are named sets of these. */
export const reportPermissions = [
  'manage-open311',
  'intake-reports',
  'handle-reports',
  'approve-reports',
  'see-report-contacts',
  'export-reports',
  'edit-questions',
  'see-figures',
  'edit-replies',
] as const

/** The agency that sorts the reports of the whole province. */
export const provinceIntake = 'ioc'

/** Whose a report is, as far as permissions go. */
export interface Ownership {
  readonly agency: string
  /** Whether the actor is the one who reported it. */
  readonly reporter: boolean
}

/** Every part in which this person may move this report; empty for a stranger. */
export function partsOf(actor: Actor, report: Ownership): ReadonlySet<Part> {
  if (actor.kind === 'system') return new Set<Part>(['system'])
  const parts = new Set<Part>()
  const own = actor.agency === report.agency
  if (report.reporter) parts.add('citizen')
  if (actor.permissions.has('intake-reports') && (own || isProvinceIntake(actor))) parts.add('intake')
  if (isProvinceIntake(actor)) parts.add('province')
  if (actor.permissions.has('handle-reports') && own) parts.add('agency')
  if (actor.permissions.has('approve-reports') && own) parts.add('head')
  return parts
}

/** Sorts, and looks over, the reports of all agencies. */
export function isProvinceIntake(actor: Actor): boolean {
  return actor.agency === provinceIntake && actor.permissions.has('intake-reports')
}

/** Officers of its agency and the province's intake see the report as the desk does. */
export function maySeeAtDesk(actor: Actor, report: Ownership): boolean {
  const parts = partsOf(actor, { ...report, reporter: false })
  return parts.size > 0
}

/** Who works with a queue at all. */
export function mayWorkAtDesk(actor: Actor): boolean {
  return ['intake-reports', 'handle-reports', 'approve-reports'].some((name) => actor.permissions.has(name))
}

/** Opening the sealed contact needs its own permission beside a part in the report. */
export function mayRevealContact(actor: Actor, report: Ownership): boolean {
  return actor.permissions.has('see-report-contacts') && maySeeAtDesk(actor, report)
}
