import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'
import { replyVerbs } from './replies.ts'

const named = z.object({ code: z.string(), name: z.string() })

export const noteView = z.object({
  id: z.uuid(),
  at: z.string().meta({ description: 'ISO 8601 with offset' }),
  by: z.string().nullable().meta({ description: 'Name of the officer' }),
  agency: named.nullable(),
  text: z.string(),
  mentioned: z.array(z.string()).meta({ description: 'Names of the colleagues who were told' }),
})
export type NoteView = z.output<typeof noteView>
export const notesView = pageOf(noteView)

export const replyView = z.object({
  id: z.uuid(),
  agency: named.nullable().meta({ description: 'Null for the whole province' }),
  verb: z.enum(replyVerbs),
  category: named.nullable(),
  title: z.string(),
  body: z.string(),
  mayEdit: z.boolean(),
})
export type ReplyView = z.output<typeof replyView>
export const repliesView = pageOf(replyView)

export const filledReply = z.object({
  id: z.uuid(),
  verb: z.enum(replyVerbs),
  title: z.string(),
  text: z.string().meta({ description: "The reply with this report's own words in it" }),
})
export type FilledReply = z.output<typeof filledReply>
export const filledReplies = z.object({ items: z.array(filledReply), nextCursor: z.null() })
export const retiredView = z.object({ id: z.uuid() })

export const colleagueView = z.object({ id: z.uuid(), name: z.string() })
export type ColleagueView = z.output<typeof colleagueView>
export const colleaguesView = z.object({ items: z.array(colleagueView), nextCursor: z.null() })
