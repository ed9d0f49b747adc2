import type pg from 'pg'
import type { Logger } from 'pino'

/** The channel on which live pages hear of events. */
export const liveChannel = 'ctn_events'

/** Tells the live pages of all processes what happened. */
export interface LiveTeller {
  /** Takes the names and codes of events that are committed; nobody waits until they are told. */
  tell(events: readonly object[]): void
  /** Until everything taken is told. */
  settled(): Promise<void>
}

/**
 * Tells events by NOTIFY, in a statement of their own after the commit; what comes while one is on its way goes with
 * the next. Inside the transactions, PostgreSQL would let all of them commit one after the other, each waiting for the
 * disk. A process that is killed in between tells nobody: a live page looks again when its connection comes back.
 */
export function makeLiveTeller(pool: pg.Pool, log: Logger): LiveTeller {
  let waiting: string[] = []
  let telling: Promise<void> | null = null
  const tellAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const texts = waiting
      waiting = []
      await pool
        .query('select pg_notify($1, text) from unnest($2::text[]) as text', [liveChannel, texts])
        .catch((error: unknown) => log.warn({ err: error }, 'live events not told'))
    }
    telling = null
  }
  return {
    tell(events) {
      if (events.length === 0) return
      waiting.push(...events.map((event) => JSON.stringify(event)))
      telling ??= tellAll()
    },
    settled: async () => void (await telling),
  }
}
