import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { refusePlatform } from '../pure/platform-refusals.ts'
import type { Limit, LimitName } from './limits.ts'
import { limits } from './limits.ts'

/** Counts what people do against the table of limits. */
export interface RateLimits {
  /**
   * Counts one more for this address, phone or account. Refuses too-many-requests with `retryAfterSeconds` when the
   * limit of that name is used up.
   */
  count(name: LimitName, key: string): Promise<void>
  /** Forgets what was counted, as after a sign-in that succeeded. */
  forgive(name: LimitName, key: string): Promise<void>
}

/**
 * Limits counted in PostgreSQL, so that several processes count together and a restart forgives nobody; a key that is
 * over is refused from memory without asking again, and while the database is away each process counts for itself.
 * Keys are kept as keyed hashes: the table holds no address and no phone number.
 */
export function makeRateLimits(options: { pool: pg.Pool; secret: string; on: boolean }): RateLimits {
  if (!options.on) return { count: async () => undefined, forgive: async () => undefined }
  const counters = new Map<string, RateLimiterPostgres>()
  for (const [name, limit] of Object.entries<Limit>(limits)) {
    counters.set(name, makeCounter(options.pool, name, limit))
  }
  const hash = (key: string) => createHmac('sha256', options.secret).update(key).digest('base64url')
  return {
    async count(name, key) {
      // Whatever the counter rejects is over: refused from memory, it says nothing of how many there were.
      const over = await counters
        .get(name)
        ?.consume(hash(key))
        .then(
          () => null,
          (reason: unknown) => reason,
        )
      if (over instanceof RateLimiterRes) throw tooMany(over)
      if (over instanceof Error) throw over
    },
    async forgive(name, key) {
      await counters.get(name)?.delete(hash(key))
    },
  }
}

function makeCounter(pool: pg.Pool, name: string, limit: Limit): RateLimiterPostgres {
  const common = {
    keyPrefix: name,
    points: limit.points,
    duration: limit.seconds,
  }
  return new RateLimiterPostgres({
    ...common,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: name === firstName,
    inMemoryBlockOnConsumed: limit.points + 1,
    insuranceLimiter: new RateLimiterMemory(common),
  })
}

/** One counter clears the table for all. */
const firstName: LimitName = 'anonymous-write'

function tooMany(over: RateLimiterRes) {
  const retryAfterSeconds = Math.max(1, Math.ceil(over.msBeforeNext / 1000))
  return refusePlatform('too-many-requests', {
    details: { retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) },
  })
}
