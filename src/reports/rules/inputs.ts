import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { answersInput, questionsVersion } from './question-inputs.ts'
import { endings, publicGroups, queueFilters, rejectionReasons } from './words.ts'

/** Most photos of one filing or one answer. */
export const mostPhotos = 5
export const shortestText = 10
export const longestText = 4000
/** The province with a little room around it, degrees. */
export const provinceBox = { south: 21.2, west: 105.2, north: 22.9, east: 106.4 } as const
export const farthestNearbyMeters = 5000

const long = (min: number, max = longestText) =>
  z
    .string()
    .max(max * 2)
    .overwrite(tidy)
    .min(min)
    .max(max)
const short = (max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(tidyLine)
    .max(max)
const code = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'Report code, leniently read', example: 'TN-7K4M2Q9P' })
const slug = (max = 60) =>
  z
    .string()
    .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
    .max(max)
const communeCode = z
  .string()
  .regex(/^\d{5}$/, 'field_not_in_list')
  .max(5)
const photos = z.array(z.uuid()).max(mostPhotos).default([])
const lat = z
  .number()
  .min(provinceBox.south, 'field_outside_province')
  .max(provinceBox.north, 'field_outside_province')
const lon = z
  .number()
  .min(provinceBox.west, 'field_outside_province')
  .max(provinceBox.east, 'field_outside_province')
const version = z
  .number()
  .int()
  .optional()
  .meta({ description: 'Version of the report the officer looked at; another one is refused' })

/** How a guest can be reached: a phone number confirmed by the code that was sent to it. */
export const guestContact = z.strictObject({
  phone: z.string().min(8).max(20),
  code: z
    .string()
    .regex(/^\d{4,8}$/, 'field_wrong_form')
    .max(8)
    .meta({ description: 'One-time code sent to the phone' }),
  name: short(80).optional(),
})

export const fileReportInput = z
  .strictObject({
    category: slug(),
    text: long(shortestText).meta({ description: 'What is wrong, in your words' }),
    lat: lat.optional(),
    lon: lon.optional(),
    commune: communeCode.optional().meta({ description: 'Needed where lat and lon are not given' }),
    landmark: short(200).optional().meta({ description: 'Hamlet, street, what stands nearby' }),
    photos,
    anonymous: z.boolean().default(false),
    contact: guestContact.optional(),
    answers: answersInput.optional(),
    questionsVersion,
  })
  .check(placeIsWhole)
export type FileReport = z.output<typeof fileReportInput>

/** Both or neither of lat and lon; without them a commune. */
function placeIsWhole(payload: z.core.ParsePayload<{ lat?: number; lon?: number; commune?: string }>): void {
  const { lat, lon, commune } = payload.value
  const wrong = (path: string, message: string) =>
    payload.issues.push({ code: 'custom', path: [path], message, input: payload.value })
  if (lat === undefined && lon !== undefined) wrong('lat', 'field_missing')
  if (lon === undefined && lat !== undefined) wrong('lon', 'field_missing')
  if (lat === undefined && lon === undefined && commune === undefined) wrong('commune', 'field_place_needed')
}

export const findReportInput = z.strictObject({ code })
export const listPublicReportsInput = z.strictObject({
  commune: communeCode.optional(),
  category: slug().optional(),
  group: z.enum(publicGroups).default('all'),
  q: short(100).optional().meta({ description: 'Words in title or text; accents do not matter' }),
  bbox: z
    .string()
    .max(100)
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'field_wrong_form')
    .optional()
    .meta({ description: 'west,south,east,north in degrees' }),
  ...pageInput,
})
export const listNearbyReportsInput = z.strictObject({
  lat,
  lon,
  radiusMeters: z.number().int().min(50).max(farthestNearbyMeters).default(1000),
  category: slug().optional(),
  limit: z.number().int().min(1).max(50).default(10),
})
export const listMyReportsInput = z.strictObject({ ...pageInput })

export const acceptReportInput = z.strictObject({
  code,
  version,
  category: slug().optional().meta({ description: 'The right category, if the citizen chose another' }),
})
export const assignReportInput = z.strictObject({
  code,
  version,
  agency: slug(),
  note: long(1, 1000).optional().meta({ description: 'For the agency; the citizen does not see it' }),
})
export const rejectReportInput = z.strictObject({
  code,
  version,
  reason: z.enum(rejectionReasons),
  text: long(shortestText, 2000).meta({ description: 'A sentence for the citizen' }),
  goTo: short(300).optional().meta({ description: 'Where the citizen can go instead' }),
})
export const mergeReportsInput = z.strictObject({
  code,
  version,
  into: code.meta({ description: 'Code of the report that stays' }),
})
export const askForMoreInput = z.strictObject({ code, version, text: long(shortestText, 2000) })
export const giveMoreInput = z.strictObject({ code, text: long(1, 2000), photos })
export const returnReportInput = z.strictObject({
  code,
  version,
  text: long(shortestText, 2000).meta({ description: 'Why it is not ours' }),
  suggestedAgency: slug().optional(),
})
export const startReportInput = z.strictObject({
  code,
  version,
  mine: z.boolean().default(false).meta({ description: 'Makes the officer its handler' }),
})
export const requestExtensionInput = z.strictObject({
  code,
  version,
  workingDays: z.number().int().min(1).max(15),
  text: long(shortestText, 2000).meta({ description: 'The reason; the citizen sees it' }),
})
export const decideExtensionInput = z.strictObject({
  code,
  version,
  approved: z.boolean(),
  text: long(1, 1000).optional(),
})
export const answerReportInput = z.strictObject({
  code,
  version,
  ending: z.enum(endings).default('explained'),
  text: long(shortestText),
  photos,
})
export const approveAnswerInput = z.strictObject({
  code,
  version,
  approved: z.boolean(),
  text: long(1, 1000).optional().meta({ description: 'What to change, when it is not approved' }),
})
export const publishReportInput = z.strictObject({
  code,
  version,
  title: short(160).optional(),
  text: long(shortestText).meta({ description: 'The words of the report as everybody may read them' }),
})
export const closeReportInput = z.strictObject({ code, version, text: long(1, 1000).optional() })
export const rateReportInput = z.strictObject({
  code,
  stars: z.number().int().min(1).max(5),
  text: long(1, 1000).optional(),
})
export const reopenReportInput = z.strictObject({ code, text: long(shortestText, 2000), photos })
export const withdrawReportInput = z.strictObject({ code, text: long(1, 1000).optional() })
export const revealContactInput = z.strictObject({
  code,
  reason: long(shortestText, 500).meta({ description: 'Why the contact is needed; kept for ever' }),
})

export const listQueueInput = z.strictObject({
  filter: z.enum(queueFilters).default('all'),
  commune: communeCode.optional(),
  category: slug().optional(),
  q: short(100).optional(),
  agency: slug()
    .optional()
    .meta({ description: 'Only the province intake may look at another agency; without it: all it sees' }),
  ...pageInput,
})
export const todayAtDeskInput = z.strictObject({})
export const listCategoriesInput = z.strictObject({})

/** NFC, plain line ends, no control characters, no blanks around. */
function tidy(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/\r\n?/g, '\n')
  return plain.replaceAll(/(?!\n)\p{Cc}/gu, ' ').trim()
}

function tidyLine(text: string): string {
  return tidy(text).replaceAll(/\s+/g, ' ')
}
