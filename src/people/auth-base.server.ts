import type { BetterAuthOptions } from 'better-auth'
import type { Kysely, KyselyPlugin } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Settings } from '#platform/settings.ts'
import { provesTwice } from './rules/two-steps.ts'
import type { PeopleTables } from './store/tables.ts'

const day = 24 * 60 * 60
const sessionDays = 30

/** What every use of the sign-in library needs of the house. */
export interface AuthBase {
  readonly db: Kysely<PeopleTables>
  readonly settings: Settings
}

/** Our tables, cookies and sessions, as the sign-in library is told of them. Its pages live under `/auth`. */
export function baseOptions({ db, settings }: AuthBase) {
  return {
    appName: 'C-ThaiNguyen',
    baseURL: settings.publicUrl,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [settings.publicUrl],
    database: { db: db.withPlugin(new DatesPlugin()), type: 'postgres', transaction: true },
    advanced: {
      useSecureCookies: settings.publicUrl.startsWith('https://'),
      cookiePrefix: 'ctn',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => uuidv7() },
    },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    account: {
      modelName: 'accounts',
      fields: accountColumns,
      accountLinking: { enabled: false },
      // What a provider's tokens could open is none of our business: they are not kept.
      updateAccountOnSignIn: false,
    },
    user: { modelName: 'people', fields: personColumns },
    session: sessionOptions,
    verification: { modelName: 'verifications', fields: stampColumns({ expiresAt: 'expires_at' }) },
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => ({
            data: { ...session, twoSteps: provesTwice(endpoint?.path ?? '') },
          }),
        },
      },
    },
  } as const satisfies BetterAuthOptions
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
const sessionOptions = {
  modelName: 'sessions',
  fields: sessionColumns,
  expiresIn: sessionDays * day,
  updateAge: day,
  additionalFields: {
    twoSteps: {
      type: 'boolean',
      fieldName: 'two_steps',
      required: false,
      defaultValue: false,
      input: false,
    },
  },
} as const
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
