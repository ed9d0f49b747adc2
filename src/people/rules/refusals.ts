import { refusals } from '#platform/pure/refused.ts'

export const peopleRefusals = {
  'phone-not-understood': 422,
  'code-wrong': 422,
  'sign-in-wrong': 422,
  'second-step-wrong': 422,
  'person-not-found': 404,
  'session-not-found': 404,
  'passkey-not-found': 404,
  'invitation-not-valid': 410,
  'officer-already-there': 409,
  'officer-not-found': 404,
  'not-yourself': 409,
  'role-not-known': 422,
  'provider-not-there': 503,
  'demo-only': 404,
} as const

export const refusePeople = refusals(peopleRefusals)
