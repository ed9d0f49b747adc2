import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { sweepPeople as sweep } from './store/phone-codes.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Removes codes, sessions and challenges that ended. */
export async function sweepPeople(context: Context<PeopleTables>): Promise<void> {
  allow(context, 'manage-officers')
  await sweep(context.db, context.now())
}
