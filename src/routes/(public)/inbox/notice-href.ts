import { localizeHref } from '#design/messages/runtime.js'
import type { NoticeView } from '#notices/rules/views.ts'

/** Where a notice leads. */
export function noticeHref({ kind, subject }: Pick<NoticeView, 'kind' | 'subject'>): string {
  return localizeHref(kind.startsWith('desk-') ? `/desk/reports/${subject}` : `/reports/${subject}`)
}
