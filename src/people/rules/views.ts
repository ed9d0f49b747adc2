import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'

const when = z.string().meta({ description: 'ISO 8601 with offset' })

export const meView = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable().meta({ description: 'E.164; only the person themself sees it' }),
  email: z.string().nullable(),
  commune: z.string().nullable(),
  language: z.enum(['vi', 'en']),
  agency: z.string().nullable(),
  named: z.boolean().meta({ description: 'False until the person has told a name' }),
})
export type MeView = z.output<typeof meView>

export const sessionView = z.object({
  id: z.string(),
  device: z.string(),
  current: z.boolean(),
  since: when,
  until: when,
})
export const sessionsView = pageOf(sessionView)
export type SessionView = z.output<typeof sessionView>

export const officerView = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  agency: z.string(),
  role: z.string(),
  secondStep: z.boolean(),
  since: when,
  withdrawn: z.boolean(),
})
export const officersView = pageOf(officerView)
export type OfficerView = z.output<typeof officerView>

export const invitationView = z.object({ secret: z.string(), until: when })
export const codeSentView = z.object({ sent: z.literal(true), secondsValid: z.number().int() })
export const doneView = z.object({ done: z.literal(true) })
