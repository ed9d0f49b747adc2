/** How often something may be done: so many times in so many seconds by one address, phone or account. */
export interface Limit {
  readonly points: number
  readonly seconds: number
}

const minute = 60
const hour = 60 * minute

/**
 * Every rate limit of the platform. Addresses are shared by many behind one carrier, so limits by address are wide and
 * limits by phone or account are narrow.
 */
export const limits = {
  /** Writes without an account, by address. */
  'anonymous-write': { points: 120, seconds: 10 * minute },
  /** Files sent without an account, by address. */
  'anonymous-upload': { points: 120, seconds: 10 * minute },
  /** Writes of somebody signed in, by person. */
  'signed-in-write': { points: 300, seconds: 10 * minute },
  /** Writes of a partner program, by its key. */
  'partner-write': { points: 1200, seconds: 10 * minute },
  /** Questions that take long to answer: by person, or by address without an account. */
  'dear-question': { points: 1200, seconds: 10 * minute },
  /** Requests to Open311 by address, before anything of them is read; partners have one for all their people. */
  open311: { points: 3000, seconds: 10 * minute },
  /** Sign-in attempts by address. */
  'sign-in-address': { points: 30, seconds: 10 * minute },
  /** Sign-in attempts for one account, wherever they come from. */
  'sign-in-account': { points: 10, seconds: 15 * minute },
  /** Codes sent to one phone. */
  'code-by-phone': { points: 5, seconds: hour },
  /** Codes asked for from one address. */
  'code-by-address': { points: 20, seconds: hour },
  /** Guesses at one code. */
  'code-guess': { points: 5, seconds: 15 * minute },
  /** Private things looked for by their code, by address. */
  'find-by-code': { points: 120, seconds: 10 * minute },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
