import { refusals } from './refused.ts'

/** Refusals that any subject may meet, with their HTTP status. */
export const platformRefusals = {
  'sign-in-first': 401,
  'not-permitted': 403,
  'cross-site-request': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'key-used-for-another-request': 409,
  'body-too-large': 413,
  'input-invalid': 422,
  'body-not-json': 400,
  'key-missing': 400,
  'webhook-address-refused': 422,
  'webhooks-used-up': 409,
  'file-type-not-taken': 415,
  'file-too-large': 413,
  'too-many-pixels': 413,
  'file-damaged': 422,
  'file-not-found': 404,
  'too-many-requests': 429,
  'not-ready': 503,
} as const

export const refusePlatform = refusals(platformRefusals)
