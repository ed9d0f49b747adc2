import { copyReports } from '#reports/copy-reports.ts'
import { seedReference } from './seed-reference.ts'
import { readStories } from './seed/demo-progress.server.ts'
import { demoSeed, seedDemo } from './seed/seed-demo.ts'
import type { World } from './world.server.ts'
import { jobContext } from './world.server.ts'

/** One process seeds at a time; the number is ours alone. */
const seedLock = 7_201_123

/** Loads what a fresh platform needs, and what makes a demo alive. Production gets reference data only. Safe to repeat. */
export async function seed(world: World): Promise<void> {
  await holdingLock(world, async () => {
    await seedReference(jobContext(world))
    if (world.config.settings.mode === 'demo') await seedDemo(world)
  })
}

/** Makes volume for measuring: copies of the demo's reports over the last year, until there are so many. */
export async function seedVolume(world: World, reports: number): Promise<number> {
  const stories = await readStories(world.db, demoSeed)
  return copyReports(jobContext(world), { codes: stories.map((story) => story.code), reports })
}

async function holdingLock(world: World, work: () => Promise<void>): Promise<void> {
  const connection = await world.pool.connect()
  try {
    await connection.query('select pg_advisory_lock($1)', [seedLock])
    await work()
  } finally {
    await connection.query('select pg_advisory_unlock($1)', [seedLock])
    connection.release()
  }
}
