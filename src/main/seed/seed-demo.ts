import { seedDemoPeople } from '#people/seed-demo-people.ts'
import { systemActor } from '#platform/actor.ts'
import type { World } from '../world.server.ts'
import { makeCast } from './cast.ts'
import { composeReports } from './compose-reports.ts'
import { beginRun, endRun, readRun } from './demo-progress.server.ts'
import { quietWorld } from './quiet-world.ts'
import { readStoryData } from './story-data.ts'
import { tellStories } from './tell-stories.ts'

/** The stories that everybody's first start tells. */
export const demoSeed = 20_261_123
const demoReports = 300

/**
 * Fills a fresh demo with people and with reports of the last sixty days, told by the actions. Safe to repeat: what is
 * told is told once, and an interrupted telling goes on.
 */
export async function seedDemo(world: World): Promise<void> {
  const before = await readRun(world.db, demoSeed)
  if (before?.finished_at) return
  const run = await beginRun(world.db, {
    seed: demoSeed,
    reports: demoReports,
    present: before?.present ?? Temporal.Now.instant(),
  })
  const data = readStoryData()
  const stories = composeReports(data, { seed: demoSeed, count: run.reports, now: run.present })
  const quiet = quietWorld(world)
  const opening = stories[0]?.steps[0]?.at ?? run.present
  const players = await seedDemoPeople(quiet.contextAt(opening, systemActor), data.people)
  const cast = makeCast(players, data)
  const refused = await tellStories(quiet, { stories, seed: demoSeed, present: run.present, cast })
  if (refused.length > 0) world.log.warn({ refused }, 'steps of the demo were refused')
  await endRun(world.db, demoSeed, Temporal.Now.instant())
}
