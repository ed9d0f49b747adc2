import type { z } from 'zod'
import type { Context } from '../context.ts'

/** One background job: what it takes, what it does, how often it is tried, and when it runs by itself. */
export interface JobRow {
  readonly name: string
  readonly input: z.ZodType
  /** A cron line in the province's time, for jobs that nobody causes. */
  readonly every: string | null
  /** Tries after the first; then the job lies in the dead-letter list. */
  readonly retryLimit: number
  /** How many one process does at once; of one group all of them do two, so that a slow one does not stop the others. */
  readonly atOnce: number
  run(context: Context<unknown>, input: unknown): Promise<unknown>
}

/** Joins a job's name and input to the action it leads to. */
export function job<Tables, Input>(row: {
  readonly name: string
  readonly input: z.ZodType<Input>
  readonly every?: string
  readonly retryLimit?: number
  readonly atOnce?: number
  readonly run: (context: Context<Tables>, input: Input) => Promise<unknown>
}): JobRow {
  return {
    name: row.name,
    input: row.input,
    every: row.every ?? null,
    retryLimit: row.retryLimit ?? 5,
    atOnce: row.atOnce ?? 1,
    run: row.run as JobRow['run'],
  }
}
