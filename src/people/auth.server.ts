import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { phoneNumber, twoFactor } from 'better-auth/plugins'
import type { AuthBase } from './auth-base.server.ts'
import { baseOptions } from './auth-base.server.ts'
import { readPhone } from './rules/phone.ts'
import { mayAddPasskey } from './rules/two-steps.ts'
import { isOfficer } from './store/officers.server.ts'

const codeSeconds = 300

/** What sign-in needs of the house. */
export interface AuthParts extends AuthBase {
  /** Checks a one-time code that the platform sent by itself. */
  readonly checkCode: (phone: string, code: string) => Promise<boolean>
}

export type Auth = ReturnType<typeof makeAuth>

/**
 * Sign-in by code, by password with second step, and by passkey, on our own tables. The identity provider has an
 * instance of its own (`provider-sign-in.server.ts`), so that one that hangs keeps nobody else out.
 */
export function makeAuth(parts: AuthParts) {
  return betterAuth({
    ...baseOptions(parts),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    plugins: [
      phoneNumber({
        otpLength: 6,
        expiresIn: codeSeconds,
        sendOTP: () => undefined,
        verifyOTP: ({ phoneNumber: phone, code }) => parts.checkCode(phone, code),
        phoneNumberValidator: (phone) => readPhone(phone) === phone,
        signUpOnVerification: { getTempEmail: emailOfPhone, getTempName: () => '' },
        schema: { user: { fields: { phoneNumber: 'phone', phoneNumberVerified: 'phone_verified' } } },
      }),
      twoFactor({ issuer: 'C-ThaiNguyen', schema: secondFactorColumns }),
      passkeys(parts),
    ],
  })
}

/** People who came by phone have no e-mail address; the library wants one that cannot be written to. */
function emailOfPhone(phone: string): string {
  return `${phone.replace('+', '')}@phone.invalid`
}

/** Passkeys that were opened by their owner: by finger, face or PIN. The device alone is not enough. */
function passkeys({ db, settings }: AuthParts) {
  return passkey({
    rpName: 'C-ThaiNguyen',
    rpID: new URL(settings.publicUrl).hostname,
    origin: settings.publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    schema: passkeyColumns,
    registration: {
      afterVerification: async ({ ctx, user, verification }) => {
        const session = ctx.context.session?.session as { twoSteps?: boolean | null } | undefined
        const officer = await isOfficer(db, user.id)
        if (!mayAddPasskey({ officer, twoSteps: session?.twoSteps === true })) throw new APIError('FORBIDDEN')
        if (verification.registrationInfo?.userVerified !== true) throw new APIError('UNAUTHORIZED')
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
      },
    },
  })
}

const secondFactorColumns = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'second_factors',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
const passkeyColumns = {
  passkey: {
    modelName: 'passkeys',
    fields: {
      userId: 'person_id',
      publicKey: 'public_key',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const
