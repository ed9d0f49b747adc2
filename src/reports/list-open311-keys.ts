import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readMomentCursor } from '#platform/pure/page.ts'
import { isoInProvince, isoInProvinceOrNull } from '#platform/pure/time.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { Open311KeyView, listOpen311KeysInput } from './rules/open311-inputs.ts'
import { readKeys } from './store/open311.server.ts'

/** Who may file through Open311, newest first, also those whose key was revoked. */
export async function listOpen311Keys(
  context: Context<ReportsWorld>,
  input: z.output<typeof listOpen311KeysInput>,
): Promise<PageOf<Open311KeyView>> {
  allow(context, 'manage-open311')
  const before = readMomentCursor(input.cursor)
  const rows = await readKeys(context.db, { before, limit: input.limit + 1 })
  const page = cutPage(rows, input.limit, (row) => [row.issued_at.toString(), row.id])
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      name: row.name,
      shown: row.shown,
      issuedAt: isoInProvince(row.issued_at),
      revokedAt: isoInProvinceOrNull(row.revoked_at),
      filed: row.filed,
      lastFiledAt: isoInProvinceOrNull(row.last_filed_at),
    })),
  }
}
