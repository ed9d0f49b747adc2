import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'
import { noticeKinds } from './kinds.ts'

export const noticeView = z.object({
  id: z.uuid(),
  kind: z.enum(noticeKinds),
  subject: z.string().meta({ description: 'Code of what it is about, such as a report' }),
  text: z.string().meta({ description: "The notice in the reader's language" }),
  at: z.string(),
  read: z.boolean(),
})
export type NoticeView = z.output<typeof noticeView>
export const noticesView = pageOf(noticeView)
export const unreadView = z.object({ unread: z.number().int() })
export type UnreadView = z.output<typeof unreadView>
