import { isAPIError } from 'better-auth/api'
import type { Auth } from './auth.server.ts'
import { refusePeople } from './rules/refusals.ts'

/** Cookies to set, as the sign-in library wrote them, and what came of the step. */
export interface SignedIn {
  readonly cookies: readonly string[]
  /** The password was right, and the six digits come next. */
  readonly needsSecondStep: boolean
}

/**
 * The steps of signing in, for pages that work without JavaScript: each takes the request's headers and gives cookies.
 * What was wrong is never told apart: sign-in-wrong, code-wrong or second-step-wrong.
 */
export function makeSignIn(auth: Auth) {
  return {
    async byCode(headers: Headers, phone: string, code: string): Promise<SignedIn> {
      const body = { phoneNumber: phone, code }
      return step('code-wrong', () => auth.api.verifyPhoneNumber({ body, headers, returnHeaders: true }))
    },
    async byPassword(headers: Headers, email: string, password: string): Promise<SignedIn> {
      const body = { email, password }
      return step('sign-in-wrong', () => auth.api.signInEmail({ body, headers, returnHeaders: true }))
    },
    async secondStep(headers: Headers, code: string): Promise<SignedIn> {
      const digits = code.replaceAll(/\s/g, '')
      if (/^\d{6}$/.test(digits)) {
        const body = { code: digits }
        return step('second-step-wrong', () => auth.api.verifyTOTP({ body, headers, returnHeaders: true }))
      }
      const body = { code: code.trim() }
      return step('second-step-wrong', () =>
        auth.api.verifyBackupCode({ body, headers, returnHeaders: true }),
      )
    },
    async signOut(headers: Headers): Promise<readonly string[]> {
      const done = await auth.api.signOut({ headers, returnHeaders: true })
      return done.headers.getSetCookie()
    },
    ...makeOtherSteps(auth),
  }
}

/** Setting up the second step. */
function makeOtherSteps(auth: Auth) {
  return {
    /** Begins to set up the second step: an `otpauth:` address for the phone, and codes for a lost one. */
    async enrol(headers: Headers, password: string): Promise<{ uri: string; backupCodes: string[] }> {
      try {
        const made = await auth.api.enableTwoFactor({ body: { password }, headers })
        if (made.method !== 'totp') throw refusePeople('second-step-wrong')
        return { uri: made.totpURI, backupCodes: made.backupCodes }
      } catch (error) {
        throw isAPIError(error) ? refusePeople('sign-in-wrong') : error
      }
    },
  }
}

export type SignIn = ReturnType<typeof makeSignIn>

type Answer = { headers: Headers; response: unknown }

async function step(
  refusal: 'code-wrong' | 'sign-in-wrong' | 'second-step-wrong',
  run: () => Promise<Answer>,
) {
  try {
    const { headers, response } = await run()
    const next = response as { twoFactorRedirect?: boolean } | null
    return { cookies: headers.getSetCookie(), needsSecondStep: next?.twoFactorRedirect === true }
  } catch (error) {
    if (!isAPIError(error)) throw error
    const path = refusal === 'sign-in-wrong' ? 'password' : 'code'
    throw refusePeople(refusal, { errors: [{ path, message: refusal }] })
  }
}
