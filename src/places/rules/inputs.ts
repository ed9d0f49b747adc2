import { z } from 'zod'
import { largestPage, pageInput } from '#platform/pure/page.ts'

const communeCode = z
  .string()
  .regex(/^\d{5}$/, 'field_not_in_list')
  .max(5)
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'field_not_in_list')
  .max(80)

export const searchCommunesInput = z.strictObject({
  q: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Present or former name, or a code; accents do not matter' }),
  shape: z
    .enum(['point', 'boundary'])
    .optional()
    .meta({ description: 'Whether imported boundaries come along' }),
  limit: z.number().int().min(1).max(largestPage).default(100),
  cursor: pageInput.cursor,
})
export type SearchCommunes = z.output<typeof searchCommunesInput>

export const listOutlinesInput = z.strictObject({})
export const findCommuneInput = z.strictObject({ code: communeCode })
export const findCommuneBySlugInput = z.strictObject({ slug })
export const locatePlaceInput = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})
export type LocatePlace = z.output<typeof locatePlaceInput>

export const listAgenciesInput = z.strictObject({ ...pageInput })
export const findAgencyInput = z.strictObject({ code: slug })
export const listHotlinesInput = z.strictObject({ ...pageInput })
