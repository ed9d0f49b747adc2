import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { rejectionReasons } from '#reports/rules/words.ts'
import type { Scene } from './draw-photo.ts'
import { sceneNames } from './draw-photo.ts'

const sentence = z.string().min(10)
const rejection = z.object({
  reason: z.enum(rejectionReasons),
  text: sentence,
  goTo: z.string().optional(),
})

const reportText = z.object({
  category: z.string(),
  text: z.string().min(60).max(600),
  landmark: z.string().min(3),
  answer: sentence,
  language: z.literal('en').optional(),
  setting: z.enum(['town', 'village', 'any']),
  scene: z.enum(sceneNames as [Scene, ...Scene[]]).optional(),
  ask: sentence.optional(),
  rejection: rejection.optional(),
})
/** One thing a citizen may write, with what the agency answers. */
export type ReportText = z.output<typeof reportText>

const storyWords = z.object({
  asks: z.array(sentence),
  given: z.array(sentence),
  returns: z.array(sentence),
  extensions: z.array(sentence),
  declined: sentence,
  approved: sentence,
  notes: z.array(sentence),
  reopens: z.array(sentence),
  secondAnswers: z.array(sentence),
  withdrawals: z.array(sentence),
  ratings: z.record(z.string(), z.array(sentence)),
  rejections: z.array(rejection),
})
export type StoryWords = z.output<typeof storyWords>

const people = z.object({
  citizens: z.array(
    z.object({ name: z.string(), phone: z.string(), commune: z.string(), language: z.enum(['vi', 'en']) }),
  ),
  officers: z.array(
    z.object({
      name: z.string(),
      email: z.email(),
      agency: z.string(),
      role: z.enum(['intake', 'intake-lead', 'officer', 'head', 'administrator']),
    }),
  ),
})
export type DemoPeople = z.output<typeof people>

const commune = z.object({
  code: z.string(),
  kind: z.enum(['phường', 'xã']),
  population: z.number(),
  areaKm2: z.number(),
  lat: z.number(),
  lon: z.number(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})
export type StoryCommune = z.output<typeof commune>

const category = z.object({
  code: z.string(),
  /** Agency that leads the field, or 'commune'. */
  lead: z.string(),
  urgency: z.enum(['urgent', 'urgent-at-night', 'normal', 'complex', 'none']),
  confidential: z.boolean().default(false),
})
export type StoryCategory = z.output<typeof category>

/** What the stories of the demo are told with. */
export interface StoryData {
  readonly texts: readonly ReportText[]
  readonly words: StoryWords
  readonly people: DemoPeople
  readonly communes: readonly StoryCommune[]
  readonly categories: readonly StoryCategory[]
}

/** Reads the data files of the demo. */
export function readStoryData(): StoryData {
  return {
    texts: z.array(reportText).parse(readSeed('report-texts.json')),
    words: storyWords.parse(readSeed('story-words.json')),
    people: people.parse(readSeed('people.json')),
    communes: z.array(commune).parse(readSeed('communes.json')),
    categories: z.array(category).parse(readSeed('categories.json')),
  }
}

function readSeed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../seed/${name}`, import.meta.url), 'utf8'))
}
