import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { NoticeKind } from './rules/kinds.ts'
import { insertNotices } from './store/notices.server.ts'
import type { NoticesTables } from './store/tables.ts'

export interface SendNotice {
  readonly personIds: readonly string[]
  readonly kind: NoticeKind
  readonly subject: string
  readonly params: Readonly<Record<string, string>>
}

/** Puts one notice into the inbox of each of these people, inside the transaction of its cause. Called by reactions only. */
export async function sendNotice(context: Context<NoticesTables>, input: SendNotice): Promise<void> {
  allow(context, 'anyone')
  const created_at = context.now()
  const { kind, subject, params } = input
  const rows = [...new Set(input.personIds)].map((person_id) => ({
    id: context.newId(),
    person_id,
    kind,
    subject,
    params: { ...params },
    created_at,
    read_at: null,
  }))
  await insertNotices(context.db, rows)
}
