import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readMomentCursor } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { OfficerView } from './rules/views.ts'
import { officersAfter } from './store/officers.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** The officers, newest first, also those whose rights were withdrawn. */
export async function listOfficers(
  context: Context<PeopleTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<OfficerView>> {
  allow(context, 'manage-officers')
  const before = readMomentCursor(input.cursor)
  const rows = await officersAfter(context.db, { before, limit: input.limit + 1 })
  const page = cutPage(rows, input.limit, (row) => [row.added_at.toString(), row.person_id])
  return {
    ...page,
    items: page.items.map((row) => ({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      agency: row.agency,
      role: row.role,
      secondStep: row.two_factor_enabled,
      since: isoInProvince(row.added_at),
      withdrawn: row.withdrawn_at !== null,
    })),
  }
}
