import type { Actor } from '#platform/actor.ts'
import { stranger, systemActor } from '#platform/actor.ts'
import { inTransaction } from '#platform/context.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { provinceZone } from '#platform/pure/time.ts'
import { closeSettledReports } from '#reports/close-settled-reports.ts'
import { closeSilentReports } from '#reports/close-silent-reports.ts'
import { escalateLateReports } from '#reports/escalate-late-reports.ts'
import type { Scenery } from './act-step.ts'
import { actFiling, actStep } from './act-step.ts'
import type { Cast } from './cast.ts'
import type { ReportStory } from './compose-reports.ts'
import type { StoryRow } from './demo-progress.server.ts'
import { readStories, saveStory } from './demo-progress.server.ts'
import { PhotoPool } from './photo-pool.ts'
import type { QuietWorld } from './quiet-world.ts'
import type { StoryStep } from './story-steps.ts'

/** How many stories go on at the same time. */
const tellers = 8
/** When on each day the jobs look after what is late, silent or settled. */
const sweepTimes = ['09:05', '13:35', '17:35']

export interface TellStories {
  readonly stories: readonly ReportStory[]
  readonly seed: number
  readonly present: Temporal.Instant
  readonly cast: Cast
}

/**
 * Tells the stories through the actions with a turned clock: timelines, deadlines and notices come out as they would
 * have. What was told before an interruption is not told again. Gives the steps that were refused; their stories end there.
 */
export async function tellStories(world: QuietWorld, order: TellStories): Promise<RefusedStep[]> {
  const begun = await readStories(world.contextAt(order.present, systemActor).db, order.seed)
  const telling: Telling = {
    ...order,
    world,
    pool: new PhotoPool(world),
    told: new Map(begun.map((row) => [row.story, row])),
    refused: [],
    ended: new Set(),
  }
  for (const to of sweepMoments(order)) {
    const turns = order.stories.filter((story) => isDue(telling, story, to))
    // What is merged into another report comes after it.
    for (const turn of [turns.filter((story) => !isMerged(story)), turns.filter(isMerged)]) {
      await inParallel(turn, (story) => tellSpan(telling, story, to))
    }
    await sweep(telling, to)
  }
  return telling.refused
}

export interface RefusedStep {
  readonly story: number
  readonly verb: string
  readonly refusal: string
}

interface Telling extends TellStories {
  readonly world: QuietWorld
  readonly pool: PhotoPool
  readonly told: Map<number, StoryRow>
  readonly refused: RefusedStep[]
  readonly ended: Set<number>
}

/** The sweeps of all days, and one at the present. */
function sweepMoments({ stories, present }: TellStories): Temporal.Instant[] {
  const first = stories[0]?.steps[0]?.at ?? present
  const start = first.toZonedDateTimeISO(provinceZone).toPlainDate()
  const days = present.since(first).total('hours') / 24 + 2
  const moments = Array.from({ length: Math.ceil(days) }, (_, ahead) =>
    sweepTimes.map((plainTime) =>
      start.add({ days: ahead }).toZonedDateTime({ timeZone: provinceZone, plainTime }).toInstant(),
    ),
  ).flat()
  return [...moments.filter((moment) => Temporal.Instant.compare(moment, present) < 0), present]
}

const isMerged = (story: ReportStory) => story.steps.some((step) => step.act.verb === 'merge')

/** Whether something of a story is to be told by this moment. */
function isDue(telling: Telling, story: ReportStory, to: Temporal.Instant): boolean {
  const next = story.steps[telling.told.get(story.index)?.steps ?? 0]
  return next !== undefined && !telling.ended.has(story.index) && Temporal.Instant.compare(next.at, to) <= 0
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const teller = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: tellers }, teller))
}

async function tellSpan(telling: Telling, story: ReportStory, to: Temporal.Instant): Promise<void> {
  for (const [number, step] of story.steps.entries()) {
    if (Temporal.Instant.compare(step.at, to) > 0) return
    const told = telling.told.get(story.index)
    if (number < (told?.steps ?? 0)) continue
    try {
      telling.told.set(
        story.index,
        told ? await tellStep(telling, story, { step, told }) : await tellFiling(telling, story),
      )
    } catch (error) {
      if (!isRefused(error)) throw error
      telling.refused.push({ story: story.index, verb: step.act.verb, refusal: error.code })
      telling.ended.add(story.index)
      return
    }
  }
}

/** The filing and the note of it are one transaction, as is every later step with its note. */
async function tellFiling(telling: Telling, story: ReportStory): Promise<StoryRow> {
  const at = story.steps[0]?.at ?? telling.present
  const actor = story.citizen === null ? stranger() : telling.cast.citizen(story.citizen)
  const photos = story.photo ? [await telling.pool.take({ ...story.photo, after: false, at })] : []
  return inTransaction(telling.world.contextAt(at, actor), async (context) => {
    const { code, receiptKey, agency } = await actFiling(context, story, photos)
    const place = { seed: telling.seed, story: story.index, code, receipt_key: receiptKey }
    const row: StoryRow = { ...place, agency, first_agency: agency, steps: 1 }
    await saveStory(context.db, row)
    return row
  })
}

async function tellStep(
  telling: Telling,
  story: ReportStory,
  at: { readonly step: StoryStep; readonly told: StoryRow },
): Promise<StoryRow> {
  const { step, told } = at
  const scenery: Scenery = {
    story,
    code: told.code,
    target: step.act.verb === 'assign' ? targetOf(telling, story, { to: step.act.to, told }) : '',
    parentCode: step.act.verb === 'merge' ? (telling.told.get(step.act.into)?.code ?? '') : '',
    photos: await afterPhotos(telling, story, step),
  }
  return inTransaction(telling.world.contextAt(step.at, actorOf(telling, story, at)), async (context) => {
    const { agency } = await actStep(context, scenery, step.act)
    const row: StoryRow = { ...told, agency, steps: told.steps + 1 }
    await saveStory(context.db, row)
    return row
  })
}

function targetOf(
  telling: Telling,
  story: ReportStory,
  at: { to: 'lead' | 'first'; told: StoryRow },
): string {
  if (at.to === 'first') return at.told.first_agency
  const lead = telling.cast.leadOf(story)
  return lead === at.told.agency ? telling.cast.otherThan(lead) : lead
}

async function afterPhotos(telling: Telling, story: ReportStory, step: StoryStep): Promise<string[]> {
  const { act, at } = step
  const { scene } = story.text
  if (act.verb !== 'answer' || !act.afterPhoto || scene === undefined) return []
  return [await telling.pool.take({ scene, variant: story.photo?.variant ?? 1, after: true, at })]
}

function actorOf(
  telling: Telling,
  story: ReportStory,
  { step, told }: { step: StoryStep; told: StoryRow },
): Actor {
  if (step.by !== 'citizen') return telling.cast.officer(step.by === 'intake' ? 'ioc' : told.agency, step.by)
  return story.citizen === null ? stranger([told.receipt_key]) : telling.cast.citizen(story.citizen)
}

/** What the jobs would have done by this moment. */
async function sweep(telling: Telling, at: Temporal.Instant): Promise<void> {
  const context = telling.world.contextAt(at, systemActor)
  await escalateLateReports(context)
  await closeSilentReports(context)
  await closeSettledReports(context)
}
