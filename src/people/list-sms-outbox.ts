import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readMomentCursor } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { refusePeople } from './rules/refusals.ts'
import { outboxBefore } from './store/phone-codes.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** One message that the demo would have sent. */
export interface OutboxLine {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly at: string
}

/** In the demo no message leaves the machine: here anybody can read the codes. Refuses demo-only in production. */
export async function listSmsOutbox(
  context: Context<PeopleTables>,
  input: { limit: number; cursor?: string | undefined },
): Promise<PageOf<OutboxLine>> {
  allow(context, context.outside.settings.mode === 'production' ? 'see-sms-outbox' : 'anyone')
  if (context.outside.settings.mode === 'production') throw refusePeople('demo-only')
  const before = readMomentCursor(input.cursor)
  const rows = await outboxBefore(context.db, { before, limit: input.limit + 1 })
  const page = cutPage(rows, input.limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      to: row.recipient,
      text: row.body,
      at: isoInProvince(row.created_at),
    })),
  }
}
