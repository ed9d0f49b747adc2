import { z } from 'zod'
import { pageOf } from '#platform/pure/page.ts'
import { answerLine, askedView } from './question-views.ts'
import { statusGroups, statuses, verbs } from './status.ts'
import { closures, endings, queueFilters, rejectionReasons, timelineSteps } from './words.ts'

const when = z.string().meta({ description: 'ISO 8601 with offset', example: '2026-11-23T14:05:00+07:00' })
/** A code with its name in the reader's language. */
export const named = z.object({ code: z.string(), name: z.string() })
export type Named = z.output<typeof named>

export const categoryView = z.object({
  code: z.string(),
  group: z.string(),
  name: z.string(),
  vi: z.string(),
  en: z.string(),
  urgency: z.string(),
  confidential: z.boolean().meta({ description: 'Strangers see neither text nor exact place' }),
  anonymousAllowed: z.boolean(),
  needsProof: z.boolean().meta({ description: 'A repaired ending needs an after photo' }),
  questions: askedView.nullable().meta({ description: 'What it asks beside words and place' }),
})
export type CategoryView = z.output<typeof categoryView>
export const categoriesView = z.object({ items: z.array(categoryView), nextCursor: z.null() })
export type CategoriesView = z.output<typeof categoriesView>

export const placeView = z.object({
  lat: z.number(),
  lon: z.number(),
  accuracyMeters: z.number().nullable().meta({ description: 'Set where the place is rounded on purpose' }),
})
export const photoView = z.object({
  id: z.string(),
  kind: z.enum(['before', 'after']),
  url: z.string(),
  smallUrl: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
})
export type PhotoView = z.output<typeof photoView>

export const timelineEntryView = z.object({
  at: when,
  step: z.enum(timelineSteps),
  by: z.enum(['citizen', 'intake', 'agency', 'system']),
  agency: named.nullable(),
  text: z.string().nullable(),
  /** Of `assigned` and `returned`: the agency it went to or should go to. */
  toAgency: named.nullable(),
  /** Of `extended`, `started`, `reopened`: the deadline from then on. */
  until: when.nullable(),
  stars: z.number().int().nullable(),
  reason: z.string().nullable().meta({ description: 'Of rejected: one of the listed reasons' }),
})
export type TimelineEntryView = z.output<typeof timelineEntryView>

/** One line of a public list. */
export const reportCard = z.object({
  code: z.string(),
  status: z.enum(statuses),
  group: z.enum(Object.keys(statusGroups) as [keyof typeof statusGroups]),
  category: named,
  commune: named,
  agency: named,
  title: z.string(),
  place: placeView.nullable(),
  photo: z.string().nullable().meta({ description: 'Address of a small picture' }),
  filedAt: when,
  dueAt: when.nullable(),
  late: z.boolean(),
  answeredAt: when.nullable(),
  stars: z.number().int().nullable(),
})
export type ReportCard = z.output<typeof reportCard>
export const reportCards = pageOf(reportCard)
export const nearbyCard = reportCard.extend({ distanceMeters: z.number() })
export const nearbyCards = z.object({ items: z.array(nearbyCard), nextCursor: z.null() })
export type NearbyCards = z.output<typeof nearbyCards>

/** One line of the desk's queue. */
export const queueCard = reportCard.extend({
  urgency: z.string(),
  acceptDueAt: when.nullable().meta({ description: 'By when it must be accepted or confirmed' }),
  paused: z.boolean(),
  handler: z.string().nullable().meta({ description: 'Person id of the officer who has it' }),
  mine: z.boolean(),
  clockUsedPercent: z.number().int().nullable().meta({ description: '0 to 100 of the time to the deadline' }),
})
export type QueueCard = z.output<typeof queueCard>
export const queueCounts = z.record(z.enum(queueFilters), z.number().int())
export type QueueCounts = z.output<typeof queueCounts>
export const queueView = pageOf(queueCard).extend({ counts: queueCounts })
export type QueueView = z.output<typeof queueView>

export const todayView = z.object({
  agency: named.nullable(),
  counts: queueCounts,
  /** The five that need a hand first, most pressing at the top. */
  first: z.array(queueCard),
  answeredThisWeek: z.number().int(),
  filedToday: z.number().int(),
})
export type TodayView = z.output<typeof todayView>

export const answerView = z.object({
  at: when,
  agency: named,
  ending: z.enum(endings),
  text: z.string().nullable().meta({ description: 'Null where strangers may not read it' }),
  photos: z.array(photoView),
  onTime: z.boolean(),
})

/** What only the reporter sees beside the public view. */
export const ownPart = z.object({
  question: z
    .string()
    .nullable()
    .meta({ description: 'What the citizen is asked, while the status is need_info' }),
  reopenUntil: when.nullable(),
  reporter: z.enum(['person', 'guest', 'anonymous']),
})

/** What only officers see beside the public view. */
export const deskPart = z.object({
  version: z.number().int(),
  urgency: z.string(),
  acceptDueAt: when.nullable(),
  pauses: z.array(z.object({ from: when, to: when.nullable() })),
  returns: z.number().int(),
  handler: z.string().nullable(),
  mine: z.boolean(),
  reporter: z.enum(['person', 'guest', 'anonymous']),
  /** Whether this officer may ask to see the contact; the contact itself comes only from reveal-contact. */
  mayRevealContact: z.boolean(),
  extension: z
    .object({ workingDays: z.number().int(), text: z.string(), requestedAt: when })
    .nullable()
    .meta({ description: 'An extension that waits for a decision' }),
  proposedAnswer: z
    .object({ ending: z.enum(endings), text: z.string(), photos: z.array(photoView), proposedAt: when })
    .nullable(),
  notes: z.array(z.object({ at: when, text: z.string(), agency: named.nullable() })),
  danger: z.boolean().meta({ description: 'The words sound like danger to life' }),
  channel: z.string(),
})
export type DeskPart = z.output<typeof deskPart>

export const reportView = z.object({
  view: z.enum(['public', 'own', 'desk']),
  code: z.string(),
  status: z.enum(statuses),
  group: z.enum(Object.keys(statusGroups) as [keyof typeof statusGroups]),
  category: named.extend({ group: z.string(), confidential: z.boolean(), needsProof: z.boolean() }),
  commune: named,
  agency: named,
  title: z.string(),
  text: z.string().nullable().meta({ description: 'Null where strangers may not read it' }),
  place: placeView.nullable(),
  landmark: z.string().nullable(),
  answers: z.array(answerLine).meta({ description: 'To the questions of the category' }),
  photos: z.array(photoView),
  filedAt: when,
  updatedAt: when,
  dueAt: when.nullable(),
  late: z.boolean(),
  paused: z.boolean(),
  extended: z.boolean(),
  published: z.boolean(),
  answer: answerView.nullable(),
  stars: z.number().int().nullable(),
  closedAs: z.enum(closures).nullable(),
  rejection: z
    .object({ reason: z.enum(rejectionReasons), text: z.string().nullable(), goTo: z.string().nullable() })
    .nullable(),
  mergedInto: z.string().nullable(),
  timeline: z.array(timelineEntryView).meta({ description: 'Newest first' }),
  /** What this person may do with it now; buttons are drawn from it. */
  may: z.array(z.enum(verbs)),
  own: ownPart.nullable(),
  desk: deskPart.nullable(),
})
export type ReportView = z.output<typeof reportView>

export const filedReport = z.object({
  code: z.string(),
  status: z.enum(statuses),
  commune: named,
  agency: named,
  dueAt: when.nullable(),
  receiptKey: z.string().meta({ description: 'Told once; whoever has it sees the report as its reporter' }),
  danger: z.boolean().meta({ description: 'The words sound like danger to life: show 112, 113, 114, 115' }),
})
export type FiledReport = z.output<typeof filedReport>

/** What a verb answers: enough to show what changed. */
export const movedReport = z.object({
  code: z.string(),
  status: z.enum(statuses),
  agency: named,
  dueAt: when.nullable(),
  version: z.number().int(),
})
export type MovedReport = z.output<typeof movedReport>

export const revealedContact = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
})
export type RevealedContact = z.output<typeof revealedContact>
