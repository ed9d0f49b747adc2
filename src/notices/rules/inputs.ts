import { z } from 'zod'
import { largestPage, pageInput } from '#platform/pure/page.ts'

export const listNoticesInput = z.strictObject({ ...pageInput })
export const countUnreadInput = z.strictObject({})
export const readNoticesInput = z.strictObject({
  ids: z.array(z.uuid()).max(largestPage).optional().meta({ description: 'Without ids: all of them' }),
})
