import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import type { Bare } from './report-reference.ts'
import { isProvinceIntake, mayWorkAtDesk } from './rules/permissions.ts'
import type { QueueOf } from './store/report-queue.server.ts'

/** Whose reports this officer looks at. Refuses not-permitted. */
export function queueOf(context: Bare, wanted?: string): QueueOf {
  const { actor } = context
  const now = context.now()
  if (isProvinceIntake(actor)) return { agency: wanted ?? null, personId: actor.personId, now }
  const others = wanted !== undefined && wanted !== actor.agency
  if (!mayWorkAtDesk(actor) || actor.agency === null || others) throw refusePlatform('not-permitted')
  return { agency: actor.agency, personId: actor.personId, now }
}
