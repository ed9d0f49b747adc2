import type { Kysely } from 'kysely'
import { PgBoss, fromKysely } from 'pg-boss'
import type { WorkOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { Context } from '../context.ts'
import type { JobRow } from './job.ts'
import type { JobQueue } from './job-queue.ts'

/** Where a job that failed all its tries is kept until an officer looks at it. */
export const deadLetterQueue = 'dead-letters'

const retryDelaySeconds = 5
const expireSeconds = 300
const keepDays = 30
const daySeconds = 86_400
/** Jobs of one group that all processes do at once, of those that have groups. */
const mostOfOneGroup = 2
const pollingIntervalSeconds = 2

/** What one group had too many of is looked for again soon: nobody tells when a place gets free. */
function manyAtOnce(row: JobRow): WorkOptions {
  return {
    localConcurrency: row.atOnce,
    groupConcurrency: mostOfOneGroup,
    notifyPollingIntervalSeconds: pollingIntervalSeconds,
    burstWhenBatchFull: true,
  }
}

/** pg-boss for this process: `start` makes the queues, `work` begins to run jobs, `enqueue` records them. */
export class PgBossQueue implements JobQueue {
  readonly boss: PgBoss
  readonly #rows: readonly JobRow[]
  readonly #log: Logger
  #started = false

  constructor(options: { url: string; rows: readonly JobRow[]; log: Logger; schedules: boolean }) {
    this.#rows = options.rows
    this.#log = options.log
    this.boss = new PgBoss({
      connectionString: options.url,
      max: 4,
      application_name: 'c-thainguyen jobs',
      schedule: options.schedules,
      supervise: options.schedules,
      useListenNotify: true,
    })
    this.boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  }

  get started(): boolean {
    return this.#started
  }

  async start(): Promise<void> {
    await this.boss.start()
    await this.#ensureQueue(deadLetterQueue, { retryLimit: 0 })
    for (const row of this.#rows) {
      await this.#ensureQueue(row.name, { retryLimit: row.retryLimit, deadLetter: deadLetterQueue })
      if (row.every) await this.boss.schedule(row.name, row.every, {}, { tz: 'Asia/Ho_Chi_Minh' })
    }
    this.#started = true
  }

  async #ensureQueue(name: string, more: { retryLimit: number; deadLetter?: string }): Promise<void> {
    const options = {
      ...more,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: expireSeconds,
      retentionSeconds: keepDays * daySeconds,
      notify: true,
    }
    if (await this.boss.getQueue(name)) await this.boss.updateQueue(name, options)
    else await this.boss.createQueue(name, options)
  }

  /** Begins to run jobs, each in a context of its own. */
  async work(contextFor: (name: string) => Context<unknown>): Promise<void> {
    for (const row of this.#rows) {
      const options = { pollingIntervalSeconds, ...(row.atOnce === 1 ? {} : manyAtOnce(row)) }
      await this.boss.work<object>(row.name, options, async (jobs) => {
        for (const found of jobs) await this.#run(row, found, contextFor(row.name))
      })
    }
  }

  /** The queue tries failed work again by itself; the log says each time why it failed. */
  async #run(
    row: JobRow,
    { id, data }: { id: string; data: unknown },
    context: Context<unknown>,
  ): Promise<void> {
    try {
      await row.run(context, row.input.parse(data ?? {}))
    } catch (error) {
      this.#log.error({ err: error, job: row.name, id, requestId: context.requestId }, 'job failed')
      throw error
    }
  }

  async enqueue(db: Kysely<unknown>, name: string, work: Parameters<JobQueue['enqueue']>[2]): Promise<void> {
    const { options = {} } = work
    await this.boss.send(name, work.data, {
      db: fromKysely(db),
      ...(options.notBefore ? { startAfter: options.notBefore.toString() } : {}),
      ...(options.group ? { group: { id: options.group } } : {}),
      ...(options.onlyOnce ? { singletonKey: options.onlyOnce } : {}),
      ...(options.retryLimit === undefined ? {} : { retryLimit: options.retryLimit }),
    })
  }

  async replay(db: Kysely<unknown>, id: string): Promise<boolean> {
    return (await this.boss.redrive(deadLetterQueue, { db: fromKysely(db), ids: [id] })) > 0
  }

  /** How many jobs wait and how many failed, by queue, as of the last minute. */
  async counts(): Promise<{ queue: string; queued: number; failed: number }[]> {
    const queues = this.#started ? await this.boss.getQueues() : []
    return queues.map((queue) => ({
      queue: queue.name,
      queued: queue.queuedCount,
      failed: queue.failedCount,
    }))
  }

  async stop(): Promise<void> {
    if (!this.#started) return
    this.#started = false
    await this.boss.stop({ graceful: true, timeout: 10_000 })
  }
}
