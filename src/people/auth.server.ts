import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, phoneNumber, twoFactor } from 'better-auth/plugins'
import type { GenericOAuthConfig } from 'better-auth/plugins'
import type { Kysely, KyselyPlugin } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OidcSettings, Settings } from '#platform/settings.ts'
import type { PeopleTables } from './store/tables.ts'
import { readPhone } from './rules/phone.ts'

/** The one identity provider that may be configured. */
export const oidcProvider = 'oidc'
const codeSeconds = 300
const day = 24 * 60 * 60
const sessionDays = 30

/** What sign-in needs of the house. */
export interface AuthParts {
  readonly db: Kysely<PeopleTables>
  readonly settings: Settings
  /** Checks a one-time code that the platform sent by itself. */
  readonly checkCode: (phone: string, code: string) => Promise<boolean>
}

export type Auth = ReturnType<typeof makeAuth>

/** Sign-in by code, password with second step, passkey and a provider, on our own tables; pages live under `/auth`. */
export function makeAuth(parts: AuthParts) {
  const { settings } = parts
  return betterAuth({
    appName: 'C-ThaiNguyen',
    baseURL: settings.publicUrl,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [settings.publicUrl],
    database: { db: parts.db.withPlugin(new DatesPlugin()), type: 'postgres', transaction: true },
    advanced: {
      useSecureCookies: settings.publicUrl.startsWith('https://'),
      cookiePrefix: 'ctn',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => uuidv7() },
    },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    account: {
      modelName: 'accounts',
      fields: accountColumns,
      accountLinking: { enabled: false },
    },
    user: { modelName: 'people', fields: personColumns },
    session: { modelName: 'sessions', fields: sessionColumns, expiresIn: sessionDays * day, updateAge: day },
    verification: { modelName: 'verifications', fields: stampColumns({ expiresAt: 'expires_at' }) },
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
      passkey({
        rpName: 'C-ThaiNguyen',
        rpID: new URL(settings.publicUrl).hostname,
        origin: settings.publicUrl,
        schema: passkeyColumns,
      }),
      genericOAuth({ config: settings.oidc ? [providerOf(settings.oidc)] : [] }),
    ],
  })
}

/** People who came by phone have no e-mail address; the library wants one that cannot be written to. */
function emailOfPhone(phone: string): string {
  return `${phone.replace('+', '')}@phone.invalid`
}

function providerOf(oidc: OidcSettings): GenericOAuthConfig {
  const claim = (profile: Record<string, unknown>, field: string) => profile[oidc.claims[field] ?? field]
  return {
    providerId: oidcProvider,
    discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    scopes: [...oidc.scopes],
    pkce: true,
    requireIdTokenVerification: true,
    // The provider's e-mail address never joins two people: an account is its issuer and subject alone.
    mapProfileToUser: (profile) => ({
      name: String(claim(profile, 'name') ?? ''),
      email: `${encodeURIComponent(String(profile.sub ?? profile.id))}@oidc.invalid`,
      emailVerified: false,
    }),
  }
}

function stampColumns<More extends object>(more: More) {
  return { createdAt: 'created_at', updatedAt: 'updated_at', ...more } as const
}

const personColumns = stampColumns({ emailVerified: 'email_verified' })
const sessionColumns = stampColumns({
  userId: 'person_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
})
const accountColumns = stampColumns({
  userId: 'person_id',
  providerId: 'provider',
  accountId: 'subject',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
})
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

/** The library works with Date; the house with Temporal. */
class DatesPlugin implements KyselyPlugin {
  transformQuery: KyselyPlugin['transformQuery'] = (args) => args.node
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => ({
    ...result,
    rows: result.rows.map(withDates),
  })
}

function withDates(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value,
    ]),
  )
}
