import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readMomentCursor } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import { describeDevice } from './rules/device.ts'
import type { SessionView } from './rules/views.ts'
import { readSessionToken } from './session-token.ts'
import { sessionsOf } from './store/sessions.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** Where the person who asks is signed in, newest first. The request's cookies tell which one they ask from. */
export async function listSessions(
  context: Context<PeopleTables>,
  input: { limit: number; cursor?: string | undefined; cookies?: string },
): Promise<PageOf<SessionView>> {
  allow(context, 'signed-in')
  const before = readMomentCursor(input.cursor)
  const currentToken = readSessionToken(input.cookies ?? '', context.outside.settings.secret)
  const rows = await sessionsOf(context.db, context.actor.personId ?? '', {
    now: context.now(),
    before,
    limit: input.limit + 1,
  })
  const page = cutPage(rows, input.limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      device: describeDevice(row.user_agent ?? ''),
      current: row.token === currentToken,
      since: isoInProvince(row.created_at),
      until: isoInProvince(row.expires_at),
    })),
  }
}
