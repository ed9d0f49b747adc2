import { z } from 'zod'
import { CannotStart } from '#platform/cannot-start.ts'
import type { FileSettings } from '#platform/files/file-settings.ts'
import type { Settings } from '#platform/settings.ts'
import { findOidcFaults, oidcVariables, readOidc } from './oidc-config.ts'

const megabyte = 1024 * 1024
const demoSecret = 'demo-secret-not-for-production'
/** How secrets that nobody made begin. */
const samples = ['change-me', 'changeme', 'change_me', 'secret', 'sample', 'example', 'password', demoSecret]

// The sentence stands last: a default set after it would lose it.
const text = (sentence: string, fallback = '') =>
  z.string().max(2000).default(fallback).meta({ description: sentence })
const count = (sentence: string, fallback: number, bounds: { min: number; max: number }) =>
  z.coerce.number().int().min(bounds.min).max(bounds.max).default(fallback).meta({ description: sentence })

/** Every variable the program reads, each with a sentence. */
export const variables = z.object({
  NODE_ENV: text('`production` for a real province; anything else is the demo.', 'demo'),
  HOST: text('Address to listen on.', '0.0.0.0'),
  PORT: count('Port to listen on.', 3000, { min: 0, max: 65_535 }),
  PUBLIC_URL: text('The address people use, such as https://thainguyen.example; needed in production.'),
  ROLE: z.enum(['all', 'web', 'worker', 'migrate']).default('all').meta({
    description: 'What this process does: everything, the web only, the jobs only, or migrate and leave.',
  }),
  DATA_DIR: text('Folder for the built-in database and for uploaded files.', 'data'),
  DATABASE_URL: text('Another PostgreSQL, 15 or later; without it the program starts its own.'),
  DATABASE_POOL: count('Connections to the database.', 20, { min: 2, max: 500 }),
  SECRET: text('Signs sessions and links; at least 32 characters, needed in production.'),
  TRUST_PROXY: z
    .stringbool()
    .default(false)
    .meta({ description: 'Whether X-Forwarded-For and X-Forwarded-Proto come from our own proxy.' }),
  RATE_LIMITS: z
    .stringbool()
    .default(true)
    .meta({ description: 'Limits on anonymous writes and sign-in; cannot be off in production.' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .meta({ description: 'How much the log says.' }),
  UPLOAD_IMAGE_MB: count('Largest photo, in megabytes.', 15, { min: 1, max: 100 }),
  UPLOAD_VIDEO_MB: count('Largest video, in megabytes.', 60, { min: 1, max: 500 }),
  UPLOAD_DOCUMENT_MB: count('Largest document, in megabytes.', 20, { min: 1, max: 200 }),
  FILES_DRIVER: z.enum(['local', 's3']).default('local').meta({ description: 'Where uploaded files lie.' }),
  S3_ENDPOINT: text('Address of the S3-compatible store.'),
  S3_REGION: text('Region of the store.', 'us-east-1'),
  S3_BUCKET: text('Bucket of the store.'),
  S3_ACCESS_KEY: text('Access key of the store.'),
  S3_SECRET_KEY: text('Secret key of the store.'),
  WEBHOOK_NETWORKS: text('Private networks webhooks may reach, as 10.1.0.0/16,fd00::/8; none unless named.'),
  MAP_STYLE_URL: text('MapLibre style; without it communes are points on a plain ground.'),
  SMS_GATEWAY_URL: text('HTTP gateway for short messages; without it they go to the demo outbox.'),
  SMS_GATEWAY_SECRET: text('Signs what is sent to the gateway.'),
  ...oidcVariables,
})

type Variables = z.output<typeof variables>

/** The configuration of this process. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly role: Variables['ROLE']
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly poolSize: number
  readonly trustProxy: boolean
  readonly rateLimits: boolean
  readonly logLevel: Variables['LOG_LEVEL']
  readonly files: FileSettings
  readonly sms: { readonly url: string; readonly secret: string } | null
  readonly settings: Settings
}

/** Reads the environment once. Throws one error with the complete list of what is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(variables.shape)
      .filter((name) => environment[name] !== undefined && environment[name] !== '')
      .map((name) => [name, environment[name]]),
  )
  const parsed = variables.safeParse(given)
  const issues = parsed.success ? [] : parsed.error.issues
  const unread = new Set(issues.map((issue) => String(issue.path[0])))
  // What cannot be read counts as not given, so that the rest is looked at too.
  const read = variables.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !unread.has(name))),
  )
  const wrong = [
    ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...[...findContradictions(read), ...findSamples(read)].filter((line) => !unread.has(nameIn(line))),
  ]
  if (wrong.length > 0) throw new ConfigError(wrong)
  return toConfig(read)
}

function nameIn(line: string): string {
  return line.slice(0, line.indexOf(':'))
}

/** A configuration the program does not start with. */
export class ConfigError extends CannotStart {
  constructor(wrong: readonly string[]) {
    super(`The configuration is not right:\n${wrong.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

function findContradictions(read: Variables): string[] {
  const production = read.NODE_ENV === 'production'
  const inBucket = read.FILES_DRIVER === 's3'
  const checks: [boolean, string][] = [
    [production && read.SECRET.length < 32, 'SECRET: at least 32 characters are needed in production'],
    [
      production && !read.PUBLIC_URL.startsWith('https://'),
      'PUBLIC_URL: an https address is needed in production',
    ],
    [production && !read.RATE_LIMITS, 'RATE_LIMITS: cannot be off in production'],
    [
      production && read.SMS_GATEWAY_URL === '',
      'SMS_GATEWAY_URL: needed in production, codes are sent by it',
    ],
    [
      read.SMS_GATEWAY_URL !== '' && read.SMS_GATEWAY_SECRET === '',
      'SMS_GATEWAY_SECRET: needed with SMS_GATEWAY_URL',
    ],
    [inBucket && read.S3_BUCKET === '', 'S3_BUCKET: needed with FILES_DRIVER=s3'],
    [inBucket && read.S3_ACCESS_KEY === '', 'S3_ACCESS_KEY: needed with FILES_DRIVER=s3'],
    [inBucket && read.S3_SECRET_KEY === '', 'S3_SECRET_KEY: needed with FILES_DRIVER=s3'],
    [
      !/^\s*(?:[\da-f.:]+\/\d{1,3}(?:[\s,]+|$))*$/i.test(read.WEBHOOK_NETWORKS),
      'WEBHOOK_NETWORKS: networks as 10.1.0.0/16',
    ],
    ...addresses.map((name): [boolean, string] => [
      read[name] !== '' && !URL.canParse(read[name]),
      `${name}: not an address`,
    ]),
  ]
  const found = checks.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
  return [...found, ...findOidcFaults(read, production)]
}

const addresses = ['PUBLIC_URL', 'DATABASE_URL', 'S3_ENDPOINT', 'SMS_GATEWAY_URL'] as const
const secrets = ['SECRET', 'SMS_GATEWAY_SECRET', 'OIDC_CLIENT_SECRET', 'S3_SECRET_KEY'] as const

/** Secrets that stand in documents open nothing in production. */
function findSamples(read: Variables): string[] {
  if (read.NODE_ENV !== 'production') return []
  const isSample = (secret: string) => samples.some((sample) => secret.toLowerCase().startsWith(sample))
  return secrets
    .filter((name) => isSample(read[name]))
    .map((name) => `${name}: this is a sample, make your own`)
}

function toConfig(read: Variables): Config {
  return {
    host: read.HOST,
    port: read.PORT,
    role: read.ROLE,
    dataFolder: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL || null,
    poolSize: read.DATABASE_POOL,
    trustProxy: read.TRUST_PROXY,
    rateLimits: read.RATE_LIMITS,
    logLevel: read.LOG_LEVEL,
    files: toFileSettings(read),
    sms: read.SMS_GATEWAY_URL ? { url: read.SMS_GATEWAY_URL, secret: read.SMS_GATEWAY_SECRET } : null,
    settings: {
      mode: read.NODE_ENV === 'production' ? 'production' : read.NODE_ENV === 'test' ? 'test' : 'demo',
      publicUrl: (read.PUBLIC_URL || `http://localhost:${read.PORT}`).replace(/\/$/, ''),
      secret: read.SECRET || demoSecret,
      uploadLimits: {
        image: read.UPLOAD_IMAGE_MB * megabyte,
        video: read.UPLOAD_VIDEO_MB * megabyte,
        document: read.UPLOAD_DOCUMENT_MB * megabyte,
      },
      webhookNetworks: read.WEBHOOK_NETWORKS.split(/[\s,]+/).filter(Boolean),
      mapStyleUrl: read.MAP_STYLE_URL || null,
      oidc: readOidc(read),
    },
  }
}

function toFileSettings(read: Variables): FileSettings {
  if (read.FILES_DRIVER === 'local') return { driver: 'local', folder: `${read.DATA_DIR}/files` }
  return {
    driver: 's3',
    endpoint: read.S3_ENDPOINT || null,
    region: read.S3_REGION,
    bucket: read.S3_BUCKET,
    accessKey: read.S3_ACCESS_KEY,
    secretKey: read.S3_SECRET_KEY,
  }
}
