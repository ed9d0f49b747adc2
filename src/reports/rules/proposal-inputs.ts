import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { fileReportInput, longestText } from './inputs.ts'

const { lat, lon, commune } = fileReportInput.shape

/** What somebody has written so far, before it is sent. */
export const proposeInput = z.strictObject({
  text: z.string().min(1).max(longestText).meta({ description: 'The words so far' }),
  lat: lat.describe('With lon: where it is'),
  lon,
  commune: commune.describe('Where lat and lon are not known'),
})
export type Propose = z.output<typeof proposeInput>

export const followInput = z.strictObject({
  code: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'Report code, leniently read', example: 'TN-7K4M2Q9P' }),
})
export const listFollowedInput = z.strictObject({ ...pageInput })
