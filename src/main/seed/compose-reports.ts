import { urgencyAt } from '#reports/rules/routing.ts'
import type { Urgency } from '#reports/rules/words.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Scene } from './draw-photo.ts'
import type { ReportText, StoryCategory, StoryCommune, StoryData } from './story-data.ts'
import type { Outcome } from './story-paths.ts'
import { dealOutcomes } from './story-paths.ts'
import { pointBeside, pointIn } from './story-place.ts'
import type { StoryStep } from './story-steps.ts'
import { allowedUntil, composeSteps } from './story-steps.ts'
import type { Filing } from './story-time.ts'
import { atNight, composeFilings } from './story-time.ts'

/** One report of the demo: who files what where, and everything that has happened with it by now. */
export interface ReportStory {
  /** Place in the list; merged reports name their parent by it. */
  readonly index: number
  readonly text: ReportText
  readonly commune: string
  readonly lat: number
  readonly lon: number
  /** Index of the citizen who files it; null for somebody without a name. */
  readonly citizen: number | null
  readonly photo: { readonly scene: Scene; readonly variant: number } | null
  readonly steps: readonly StoryStep[]
}

export interface ComposeReports {
  readonly seed: number
  readonly count: number
  /** The present: no step is later. */
  readonly now: Temporal.Instant
}

/** How much is reported of each field; what is not named counts 2. */
const categoryWeights: Readonly<Record<string, number>> = {
  'road-damage': 11,
  'waste-dumping': 9,
  'street-lighting': 8,
  electricity: 7,
  noise: 7,
  'water-drainage': 6,
  'traffic-parking': 5,
  'landslide-flooding': 4,
  'pavement-encroachment': 4,
  'trees-parks': 4,
  pollution: 4,
  schools: 3,
  'unpermitted-building': 3,
  'food-health': 3,
  'civil-service': 3,
  telecom: 3,
}
const stormWeights: Readonly<Record<string, number>> = {
  'landslide-flooding': 10,
  electricity: 6,
  'trees-parks': 5,
  'water-drainage': 3,
  'road-damage': 3,
  'agriculture-dikes': 2,
}
/** Where a name is needed nobody reports without one. */
const namedCategories = new Set(['civil-service', 'labour-insurance', 'business-support', 'ideas'])
const photoVariants = 2
const zone = 'Asia/Ho_Chi_Minh'

/**
 * Tells so many reports of the last sixty days, earliest first. The same seed, count and present tell the same
 * reports. Steps that would come after the present are left out.
 */
export function composeReports(data: StoryData, order: ComposeReports): ReportStory[] {
  const chance = chanceOf(order.seed)
  const filings = composeFilings(chance, order.count, order.now)
  const deal = dealOutcomes(chance)
  const shelf = new TextShelf(chance, data.texts)
  const stories: ReportStory[] = []
  for (const filing of filings) {
    const age = order.now.since(filing.at).total('hours') / 24
    const outcome = deal(age)
    const parent = outcome === 'merged' ? findParent(stories, filing.at) : undefined
    const tell: Telling = { chance, data, filing, now: order.now, index: stories.length, shelf }
    stories.push(
      parent ? tellMerged(tell, parent) : tellOne(tell, outcome === 'merged' ? 'answered' : outcome),
    )
  }
  return stories
}

/** Work that goes on; past its deadline most of it has come to an answer. */
const stalls: ReadonlySet<Outcome> = new Set(['working', 'proposed', 'extension-asked', 'extended'])

interface Telling {
  readonly chance: Chance
  readonly data: StoryData
  readonly filing: Filing
  readonly now: Temporal.Instant
  readonly index: number
  readonly shelf: TextShelf
}

function tellOne(tell: Telling, outcome: Outcome): ReportStory {
  const { chance, data, filing, now } = tell
  const commune = chance.weigh(data.communes, (commune) => commune.population)
  const category = pickCategory(chance, data.categories, filing.storm)
  const text = tell.shelf.take(category.code, commune)
  const filedAt = category.code === 'noise' ? atNight(chance, filing.at, now) : filing.at
  const urgency = urgencyOf(category, filedAt)
  const overdue = Temporal.Instant.compare(allowedUntil(urgency, filedAt), now) < 0
  const steps = composeSteps({
    chance,
    text,
    words: data.words,
    urgency,
    confidential: category.confidential,
    filedAt,
    outcome: overdue && stalls.has(outcome) && chance.hit(0.8) ? 'answered' : outcome,
  })
  return {
    ...opening(tell, text),
    commune: commune.code,
    ...pointIn(chance, commune, data.communes),
    steps: steps.filter((step) => Temporal.Instant.compare(step.at, now) <= 0),
  }
}

/** Somebody else reports the same thing; intake merges it into the first. */
function tellMerged(tell: Telling, parent: ReportStory): ReportStory {
  const { chance, filing, now } = tell
  const text = tell.shelf.take(parent.text.category, null)
  const twin: ReportText = { ...text, landmark: parent.text.landmark, scene: parent.text.scene ?? text.scene }
  const filed: StoryStep = { at: filing.at, by: 'citizen', act: { verb: 'file' } }
  const at = filing.at.add({ seconds: Math.round(chance.between(8, 60) * 60) })
  const merged: StoryStep = { at, by: 'intake', act: { verb: 'merge', into: parent.index } }
  return {
    ...opening(tell, twin),
    commune: parent.commune,
    ...pointBeside(chance, parent),
    steps: [filed, merged].filter((step) => Temporal.Instant.compare(step.at, now) <= 0),
  }
}

function opening(tell: Telling, text: ReportText): Pick<ReportStory, 'index' | 'text' | 'citizen' | 'photo'> {
  const { chance, data, index } = tell
  const language = text.language ?? 'vi'
  const speakers = [...data.people.citizens.keys()].filter(
    (at) => data.people.citizens[at]?.language === language,
  )
  const anonymous = !namedCategories.has(text.category) && chance.hit(0.3)
  const pictured = text.scene !== undefined && chance.hit(0.86)
  return {
    index,
    text,
    citizen: anonymous ? null : chance.pick(speakers),
    photo: pictured && text.scene ? { scene: text.scene, variant: chance.whole(1, photoVariants) } : null,
  }
}

/** A report of the last days that intake has accepted and that stays open for a while yet. */
function findParent(stories: readonly ReportStory[], at: Temporal.Instant): ReportStory | undefined {
  const until = at.add({ hours: calmHours })
  return stories.findLast((story) => {
    const first = story.steps[0]?.at ?? at
    const open = story.steps.every(
      (step) => step.by === 'citizen' || !endsIt(step) || isAfter(step.at, until),
    )
    const calm = story.steps.every((step) => step.act.verb !== 'merge' && step.act.verb !== 'withdraw')
    const accepted = story.steps.some((step) => step.act.verb === 'accept' && isAfter(at, step.at))
    return open && calm && accepted && at.since(first).total('hours') < 96
  })
}

/** A parent stays open for so long, so that the merging meets it open however the stories are told side by side. */
const calmHours = 17
const endsIt = (step: StoryStep) => ['answer', 'approve-answer', 'reject'].includes(step.act.verb)
const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0

function pickCategory(chance: Chance, categories: readonly StoryCategory[], storm: boolean): StoryCategory {
  return chance.weigh(categories, ({ code }) =>
    storm ? (stormWeights[code] ?? 0) : (categoryWeights[code] ?? 2),
  )
}

function urgencyOf(category: StoryCategory, filedAt: Temporal.Instant): Urgency {
  return urgencyAt(category.urgency, filedAt.toZonedDateTimeISO(zone).hour)
}

/** Texts are taken in shuffled order, so that none comes twice before all of its field have come. */
class TextShelf {
  private readonly chance: Chance
  private readonly texts: readonly ReportText[]
  private readonly taken = new Map<ReportText, number>()

  constructor(chance: Chance, texts: readonly ReportText[]) {
    this.chance = chance
    this.texts = texts
  }

  take(category: string, commune: StoryCommune | null): ReportText {
    const all = this.texts.filter((text) => text.category === category)
    const fitting = all.filter((text) => commune === null || fits(text, commune))
    const times = (text: ReportText) => this.taken.get(text) ?? 0
    const choices = fitting.length === 0 ? all : fitting
    const fewest = Math.min(...choices.map(times))
    const text = this.chance.pick(choices.filter((text) => times(text) === fewest))
    this.taken.set(text, times(text) + 1)
    return text
  }
}

function fits(text: ReportText, commune: StoryCommune): boolean {
  if (text.setting === 'any') return true
  return commune.kind === 'phường' ? text.setting === 'town' : text.setting === 'village'
}
