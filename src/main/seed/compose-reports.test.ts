import { beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '#reports/rules/status.ts'
import { statuses } from '#reports/rules/status.ts'
import type { ReportStory } from './compose-reports.ts'
import { composeReports } from './compose-reports.ts'
import type { StoryData } from './story-data.ts'
import { readStoryData } from './story-data.ts'
import type { StoryAct } from './story-steps.ts'

const now = Temporal.Instant.from('2026-11-23T15:30:00+07:00')
const data: StoryData = readStoryData()
const seeds = [1, 7, 20_261_123, 424_242]

const leads: Partial<Record<StoryAct['verb'], Status>> = {
  file: 'submitted',
  accept: 'accepted',
  start: 'in_progress',
  assign: 'assigned',
  return: 'returned',
  reject: 'rejected',
  merge: 'merged',
  'ask-for-more': 'need_info',
  'give-more': 'submitted',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  'approve-answer': 'answered',
}

/** Where a report stands after its steps and after what the jobs do with it. */
function statusOf(story: ReportStory): Status {
  let status: Status = 'submitted'
  let at = now
  for (const step of story.steps) {
    const answered = step.act.verb === 'answer' && step.by === 'head'
    const next = answered ? 'answered' : leads[step.act.verb]
    if (next && next !== status) at = step.at
    status = next ?? status
  }
  const days = now.since(at).total('hours') / 24
  return (status === 'answered' && days > 7) || (status === 'need_info' && days > 9) ? 'closed' : status
}

describe.each(seeds)('three hundred reports of seed %i', (seed) => {
  let stories: ReportStory[] = []
  beforeAll(() => {
    stories = composeReports(data, { seed, count: 300, now })
  })

  test('are the same when told again', () => {
    expect(JSON.stringify(composeReports(data, { seed, count: 300, now }))).toBe(JSON.stringify(stories))
  })

  test('go forward in time, start with their filing, and never reach past the present', () => {
    for (const story of stories) {
      expect(story.steps[0]?.act.verb).toBe('file')
      const times = story.steps.map((step) => step.at.epochMilliseconds)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(now.epochMilliseconds)
      expect(times[0]).toBeGreaterThan(now.subtract({ hours: 24 * 61 }).epochMilliseconds)
    }
  })

  test('stand in every state there is', () => {
    const found = new Set(stories.map(statusOf))
    expect([...statuses].filter((status) => !found.has(status))).toEqual([])
  })

  test('lie inside their commune, nearest to its centre', () => {
    for (const story of stories) {
      const near = data.communes.toSorted(
        (a, b) =>
          Math.hypot(a.lat - story.lat, a.lon - story.lon) - Math.hypot(b.lat - story.lat, b.lon - story.lon),
      )
      expect(near[0]?.code).toBe(story.commune)
      const [west, south, east, north] = near[0]?.bbox ?? [0, 0, 0, 0]
      expect(story.lon).toBeGreaterThan(west)
      expect(story.lon).toBeLessThan(east)
      expect(story.lat).toBeGreaterThan(south)
      expect(story.lat).toBeLessThan(north)
    }
  })

  test('are rated with one to five stars, extended, reopened and merged into reports that are open', () => {
    const acts = stories.flatMap((story) => story.steps.map((step) => step.act))
    const stars = new Set(acts.flatMap((act) => (act.verb === 'rate' ? [act.stars] : [])))
    expect([...stars].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    expect(acts.some((act) => act.verb === 'decide-extension' && act.approved)).toBe(true)
    const merged = stories.filter((story) => story.steps.some((step) => step.act.verb === 'merge'))
    for (const { steps, commune, text } of merged) {
      const [into] = steps.flatMap(({ act }) => (act.verb === 'merge' ? [stories[act.into]] : []))
      expect([into?.commune, into?.text.category]).toEqual([commune, text.category])
    }
  })

  test('rarely say the same words twice', () => {
    expect(new Set(stories.map((story) => story.text.text)).size).toBeGreaterThan(200)
  })
})

test('every category has its own texts, and no demo phone number could be somebody’s', () => {
  for (const { code } of data.categories) {
    expect(data.texts.filter((text) => text.category === code).length).toBeGreaterThanOrEqual(16)
  }
  expect(data.texts.length).toBeGreaterThanOrEqual(420)
  expect(new Set(data.texts.map((text) => text.text)).size).toBe(data.texts.length)
  for (const { phone } of data.people.citizens) expect(phone).toMatch(/^\+84900000\d{3}$/)
})
