import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePlaces } from './rules/refusals.ts'
import { showAgency } from './rules/show.ts'
import type { AgencyView } from './rules/views.ts'
import { agencyBy } from './store/agencies.server.ts'
import type { PlacesTables } from './store/tables.ts'

/** One agency by its code. Refuses agency-not-found. */
export async function findAgency(
  context: Context<PlacesTables>,
  input: { code: string },
): Promise<AgencyView> {
  allow(context, 'anyone')
  const row = await agencyBy(context.db, input.code)
  if (!row) throw refusePlaces('agency-not-found')
  return showAgency(row, context.language)
}
