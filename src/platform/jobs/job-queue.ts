import type { Kysely } from 'kysely'

/** How a job is to run: not before a moment, at most once for a key, with how many tries. */
export interface JobOptions {
  readonly notBefore?: Temporal.Instant
  /** While a job of this name and key waits, another is not added. */
  readonly onlyOnce?: string
  readonly retryLimit?: number
  /** Whose job it is, where jobs of some must not wait for those of others. */
  readonly group?: string
}

/** Where jobs are recorded. `db` is the transaction of the cause. */
export interface JobQueue {
  enqueue(
    db: Kysely<unknown>,
    name: string,
    work: { readonly data: object; readonly options?: JobOptions },
  ): Promise<void>
  /** Puts a dead letter back into the queue it came from, in the caller's transaction; false when it is not there. */
  replay(db: Kysely<never> | Kysely<unknown>, id: string): Promise<boolean>
}
