import { z } from 'zod'
import { elsewhereKinds } from './elsewhere.ts'
import { statuses } from './status.ts'
import { named } from './views.ts'

export const proposedCategory = z.object({
  code: z.string(),
  name: z.string(),
  probability: z.number().meta({ description: '0 to 1' }),
})

export const lookAlike = z.object({
  code: z.string(),
  similarity: z.number().meta({ description: '0 to 1, of the words' }),
  distanceMetres: z.number().int().nullable().meta({ description: 'Null where either place is not known' }),
  title: z.string(),
  status: z.enum(statuses),
  commune: named,
  filedAt: z.string(),
})
export type LookAlike = z.output<typeof lookAlike>

export const proposalsView = z.object({
  categories: z.array(proposedCategory).meta({ description: 'At most three, likeliest first' }),
  duplicates: z.array(lookAlike).meta({ description: 'Open reports that seem to be of the same thing' }),
  answered: z.array(lookAlike).meta({ description: 'Answered reports that resemble it' }),
  danger: z.boolean().meta({ description: 'The words sound like danger to life: call 112, 113, 114, 115' }),
  elsewhere: z
    .enum(elsewhereKinds)
    .nullable()
    .meta({ description: 'By law this has another way; state secrets are not taken at all' }),
})
export type ProposalsView = z.output<typeof proposalsView>

export const followingView = z.object({
  code: z.string(),
  followers: z.number().int(),
  following: z.boolean(),
})
export type FollowingView = z.output<typeof followingView>

export const followedView = followingView.extend({
  receiptKey: z
    .string()
    .nullable()
    .meta({ description: 'Told once to a browser that carried no key yet; with it, it goes on following' }),
})
export type FollowedView = z.output<typeof followedView>
