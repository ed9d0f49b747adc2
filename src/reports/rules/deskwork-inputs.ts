import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { replyVerbs } from './replies.ts'

const text = (min: number, max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(tidy)
    .min(min)
    .max(max)
const code = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'Report code, leniently read', example: 'TN-7K4M2Q9P' })
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(60)

export const addNoteInput = z.strictObject({
  code,
  text: text(1, 2000).meta({ description: 'For colleagues only; @name tells one of them' }),
})
export const listNotesInput = z.strictObject({ code, ...pageInput })
export const listCaseColleaguesInput = z.strictObject({ code })

const reply = {
  verb: z.enum(replyVerbs).meta({ description: 'The move whose text it fills' }),
  category: slug.optional().meta({ description: 'Only for reports of this category' }),
  title: text(1, 80),
  body: text(10, 4000).meta({
    description: 'May hold {code}, {title}, {category}, {commune}, {agency}, {dueDate}, {today}',
  }),
}
export const addReplyInput = z.strictObject(reply)
export const changeReplyInput = z.strictObject({ id: z.uuid(), ...reply })
export const retireReplyInput = z.strictObject({ id: z.uuid() })
export const listRepliesInput = z.strictObject({ ...pageInput })
export const fillRepliesInput = z.strictObject({ code, verb: z.enum(replyVerbs).optional() })

/** NFC, plain line ends, no control characters, no blanks around. */
function tidy(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/\r\n?/g, '\n')
  return plain.replaceAll(/(?!\n)\p{Cc}/gu, ' ').trim()
}
