import { expect, test } from 'vitest'
import type { TestWorld } from '../../../tests/world/world.ts'
import { world } from '../../../tests/world/world.ts'
import { makeCast } from './cast.ts'
import { composeReports } from './compose-reports.ts'
import { beginRun, readStories } from './demo-progress.server.ts'
import { quietWorld } from './quiet-world.ts'
import { readStoryData } from './story-data.ts'
import type { RefusedStep } from './tell-stories.ts'
import { tellStories } from './tell-stories.ts'

const data = readStoryData()
const present = Temporal.Instant.from('2026-11-23T15:30:00+07:00')
const seed = 11

const cast = makeCast(
  {
    citizens: data.people.citizens.map(
      (_, index) => `0193a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    ),
    officers: [{ personId: '0193a000-0000-7000-8000-00000000ff01', agency: 'ioc', role: 'intake' }],
  },
  data,
)

async function tell(w: TestWorld, count: number, upTo = count): Promise<RefusedStep[]> {
  const stories = composeReports(data, { seed, count, now: present })
  await beginRun(w.db, { seed, reports: count, present })
  return tellStories(quietWorld(w), { stories: stories.slice(0, upTo), seed, present, cast })
}

test(
  'the stories are told by the actions, none is refused, and nothing is told twice',
  { timeout: 120_000 },
  async () => {
    const w = await world()
    expect(await tell(w, 24)).toEqual([])
    const counts = () =>
      w.pool.query<{ reports: number; lines: number }>(
        'select (select count(*) from reports) reports, (select count(*) from report_timeline) lines',
      )
    const first = (await counts()).rows[0]
    expect(first?.reports).toBe(24)
    expect(await tell(w, 24)).toEqual([])
    expect((await counts()).rows[0]).toEqual(first)
  },
)

test('what was interrupted goes on where it stopped', { timeout: 120_000 }, async () => {
  const w = await world()
  await tell(w, 16, 7)
  await tell(w, 16)
  const rows = await readStories(w.db, seed)
  const stories = composeReports(data, { seed, count: 16, now: present })
  expect(rows.map((row) => row.steps)).toEqual(stories.map((story) => story.steps.length))
})
