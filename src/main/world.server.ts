import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { Auth } from '#people/auth.server.ts'
import { makeAuth } from '#people/auth.server.ts'
import { checkPhoneCode } from '#people/check-phone-code.ts'
import type { ProviderSignIn } from '#people/provider-sign-in.server.ts'
import { makeProviderSignIn } from '#people/provider-sign-in.server.ts'
import type { SignIn } from '#people/sign-in.server.ts'
import { makeSignIn } from '#people/sign-in.server.ts'
import type { Actor } from '#platform/actor.ts'
import { systemActor } from '#platform/actor.ts'
import type { Context, Language, Outside } from '#platform/context.ts'
import { openDatabase, openPool } from '#platform/database/database.server.ts'
import { makeFileStore } from '#platform/files/flydrive-store.server.ts'
import { PgBossQueue } from '#platform/jobs/pg-boss-queue.server.ts'
import { forgetKept } from '#platform/kept.ts'
import { LiveHub } from '#platform/live.server.ts'
import { makeLiveTeller } from '#platform/live-teller.server.ts'
import { isRefused } from '#platform/pure/refused.ts'
import type { Metrics } from '#platform/metrics.ts'
import { makeMetrics } from '#platform/metrics.ts'
import { makeRateLimits } from '#platform/rate-limit/rate-limits.server.ts'
import { admitByProvider } from './admit-by-provider.ts'
import type { Config } from './config.ts'
import { jobs } from './jobs.ts'
import { reactions } from './reactions.ts'
import { makeSms } from './sms.ts'
import type { AllTables } from './tables.ts'
import { fieldWords, refusalWords, textWords } from './words.ts'

/** The one world of this process: one pool, one queue, one of everything, shared by both doors. */
export interface World {
  readonly config: Config
  readonly pool: pg.Pool
  readonly db: Kysely<AllTables>
  readonly queue: PgBossQueue
  readonly live: LiveHub
  readonly metrics: Metrics
  readonly log: Logger
  readonly outside: Outside
  readonly auth: Auth
  readonly signIn: SignIn
  /** Sign-in with an identity provider, when one is configured. */
  readonly provider: ProviderSignIn | null
  /** The context of one request or job. */
  contextFor(request: {
    actor: Actor
    language?: Language
    requestId?: string
    now?: () => Temporal.Instant
  }): Context<AllTables>
  close(): Promise<void>
}

/** Opens the world on a database that is already there and migrated. */
export function openWorld(options: { config: Config; databaseUrl: string; log: Logger }): World {
  const { config, databaseUrl, log } = options
  const pool = openPool(databaseUrl, config.poolSize)
  pool.on('error', (error) => log.error({ err: error }, 'idle database connection'))
  const db = openDatabase<AllTables>(pool)
  const works = config.role === 'all' || config.role === 'worker'
  const queue = new PgBossQueue({ url: databaseUrl, rows: jobs, log, schedules: works })
  const live = new LiveHub(databaseUrl, log)
  const metrics = makeMetrics({ pool })
  metrics.watchJobs(() => queue.counts())
  const outside = openOutside({ config, pool, log, queue })
  live.listen((event) => changesReference.has(event.kind) && forgetKept({ outside }))
  const contextFor: World['contextFor'] = (request) => ({
    db,
    actor: request.actor,
    now: request.now ?? (() => Temporal.Now.instant()),
    newId: () => uuidv7(),
    randomBytes: (count) => randomBytes(count),
    language: request.language ?? 'vi',
    requestId: request.requestId ?? uuidv7(),
    outside,
  })
  const auth = makeAuth({ db, settings: config.settings, checkCode: checkCodeWith(contextFor) })
  return {
    config,
    pool,
    db,
    queue,
    live,
    metrics,
    log,
    outside,
    auth,
    signIn: makeSignIn(auth),
    provider: openProvider({ db, config, log, contextFor }),
    contextFor,
    close: async () => {
      // Connections that end while everything closes are no news.
      pool.removeAllListeners('error').on('error', () => undefined)
      await queue.stop()
      await outside.live.settled()
      await live.close()
      await db.destroy()
    },
  }
}

/** Events after which what processes keep of calendars and boundaries is old. */
const changesReference = new Set(['calendar-changed', 'boundaries-imported', 'live-resumed'])

/** Everything outside the database that actions reach. */
function openOutside(parts: { config: Config; pool: pg.Pool; log: Logger; queue: PgBossQueue }): Outside {
  const { config, pool, log, queue } = parts
  return {
    jobs: queue,
    files: makeFileStore(config.files),
    sms: makeSms({ config, pool, log }),
    limits: makeRateLimits({ pool, secret: config.settings.secret, on: config.rateLimits }),
    live: makeLiveTeller(pool, log),
    log,
    settings: config.settings,
    reactions,
    words: { refusal: refusalWords, field: fieldWords, text: textWords },
  }
}

function openProvider(parts: Pick<World, 'db' | 'config' | 'log' | 'contextFor'>): ProviderSignIn | null {
  const { db, log, contextFor } = parts
  const { settings } = parts.config
  if (settings.oidc === null) return null
  const warn = (reason: string) => log.warn({ reason }, 'sign-in with the identity provider did not work')
  return makeProviderSignIn({ db, settings, warn, admit: admitByProvider(contextFor) }, settings.oidc)
}

/** A code that the platform sent by itself, checked for the sign-in library. */
function checkCodeWith(contextFor: World['contextFor']) {
  return async (phone: string, code: string): Promise<boolean> => {
    try {
      await checkPhoneCode(contextFor({ actor: systemActor }), { phone, code })
      return true
    } catch (error) {
      if (isRefused(error) && error.code === 'code-wrong') return false
      throw error
    }
  }
}

/** The context in which background jobs run. */
export function jobContext(world: World): Context<AllTables> {
  return world.contextFor({ actor: systemActor })
}
