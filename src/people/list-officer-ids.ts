import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { officerIdsOf } from './store/officers.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** An agency with more officers than this tells the first of them. */
const mostTold = 200

/** Who works for an agency now, to tell them something; only the platform itself asks. */
export async function listOfficerIds(
  context: Context<PeopleTables>,
  input: { agency: string },
): Promise<string[]> {
  allow(context, 'manage-officers')
  return officerIdsOf(context.db, input.agency, mostTold)
}
