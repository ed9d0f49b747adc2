import type { z } from 'zod'
import { m } from '#design/messages/messages.js'
import type { Context, Language } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage, readCursor } from '#platform/pure/page.ts'
import { isoInProvince } from '#platform/pure/time.ts'
import type { listNoticesInput } from './rules/inputs.ts'
import type { NoticeKind } from './rules/kinds.ts'
import type { NoticeView } from './rules/views.ts'
import { readInbox } from './store/notices.server.ts'
import type { NoticeRow, NoticesTables } from './store/tables.ts'

/** The inbox of whoever is signed in, newest first, in their language. */
export async function listNotices(
  context: Context<NoticesTables>,
  input: z.output<typeof listNoticesInput>,
): Promise<PageOf<NoticeView>> {
  allow(context, 'signed-in')
  const personId = context.actor.personId ?? ''
  const rows = await readInbox(context.db, { personId, after: afterOf(input.cursor), limit: input.limit })
  const page = cutPage(rows, input.limit, (row) => [row.created_at.toString(), row.id])
  return { ...page, items: page.items.map((row) => show(row, context.language)) }
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function afterOf(cursor: string | undefined): [string, string] | null {
  const [at, id] = readCursor(cursor) ?? []
  if (typeof at !== 'string' || typeof id !== 'string') return null
  return instant.test(at) && uuid.test(id) ? [at, id] : null
}

function show(row: NoticeRow, language: Language): NoticeView {
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    subject: row.subject,
    text: wordsOf(row, language),
    at: isoInProvince(row.created_at),
    read: row.read_at !== null,
  }
}

type Message = (params: object, options: { locale: Language }) => string

function wordsOf({ kind, params }: NoticeRow, language: Language): string {
  const messages = m as unknown as Record<string, Message | undefined>
  return messages[`notices_${kind.replaceAll('-', '_')}`]?.(params, { locale: language }) ?? kind
}
