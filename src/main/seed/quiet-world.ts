import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#platform/actor.ts'
import type { Context, Outside } from '#platform/context.ts'
import type { JobQueue } from '#platform/jobs/job-queue.ts'
import type { AllTables } from '../tables.ts'
import type { World } from '../world.server.ts'

/** Nobody is rung up about what the stories of the demo tell of last month. */
const noJobs: JobQueue = {
  enqueue: async () => undefined,
  replay: async () => false,
}

/** The world while the demo is told: everything real, but the clock is turned and no job is left behind. */
export interface QuietWorld {
  contextAt(at: Temporal.Instant, actor: Actor): Context<AllTables>
}

export function quietWorld(world: World): QuietWorld {
  const outside: Outside = { ...world.outside, jobs: noJobs }
  // Ids of one millisecond keep the order in which they were made, as they do when the clock is not turned.
  let made = randomInt(2 ** 31)
  return {
    contextAt: (at, actor) => ({
      ...world.contextFor({ actor, now: () => at }),
      newId: () => uuidv7({ msecs: at.epochMilliseconds, seq: (made += 1) }),
      outside,
    }),
  }
}
