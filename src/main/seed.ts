import { seedReference } from './seed-reference.ts'
import type { World } from './world.server.ts'
import { jobContext } from './world.server.ts'

/** Loads what a fresh platform needs. Safe to repeat. */
export async function seed(world: World): Promise<void> {
  await seedReference(jobContext(world))
}
