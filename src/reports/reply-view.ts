import type { Actor } from '#platform/actor.ts'
import type { Bare, Reference } from './report-reference.ts'
import { nameOfAgency, nameOfCategory } from './report-reference.ts'
import type { ReplyView } from './rules/deskwork-views.ts'
import { isProvinceIntake } from './rules/permissions.ts'
import type { ReplyRow } from './store/deskwork-tables.ts'

/** Whose replies an editor keeps: the province's intake those of all agencies, others their own. */
export function repliesKeptBy(actor: Actor): string | null {
  return isProvinceIntake(actor) ? null : actor.agency
}

/** Whether this officer may change this reply. */
export function mayEditReply(actor: Actor, reply: Pick<ReplyRow, 'agency'>): boolean {
  return actor.permissions.has('edit-replies') && reply.agency === repliesKeptBy(actor)
}

/** A reply as the console shows it. */
export function viewOfReply(context: Bare, reference: Reference, row: ReplyRow): ReplyView {
  const category = row.category === null ? undefined : reference.categories.get(row.category)
  return {
    id: row.id,
    agency: row.agency === null ? null : nameOfAgency(reference, row.agency, context.language),
    verb: row.verb,
    category: category ? nameOfCategory(category, context.language) : null,
    title: row.title,
    body: row.body,
    mayEdit: mayEditReply(context.actor, row),
  }
}
