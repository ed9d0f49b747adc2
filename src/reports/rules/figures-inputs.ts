import { z } from 'zod'
import { pageInput } from '#platform/pure/page.ts'
import { figures, groupings, longestPeriodDays } from './figures.ts'
import { listQueueInput } from './inputs.ts'

const { agency, commune, category } = listQueueInput.shape
const scope = {
  from: z.iso
    .date()
    .optional()
    .meta({
      description: `First day of filing, in the province; at most ${longestPeriodDays} days before the last`,
    }),
  to: z.iso.date().optional().meta({ description: 'Last day of filing, itself in the period' }),
  agency: agency.unwrap().optional().meta({ description: 'Only the province may look at another agency' }),
  commune,
  category,
}

export const showFiguresInput = z.strictObject({ ...scope, by: z.enum(groupings).default('day') })
export const listFigureInput = z.strictObject({
  ...scope,
  figure: z.enum(figures).default('received'),
  ...pageInput,
})

/** How far back the public page looks. */
export const performanceDays = ['30', '90', '365'] as const
export const performanceGroupings = ['agency', 'commune', 'category'] as const
export const showPerformanceInput = z.strictObject({
  days: z.enum(performanceDays).default('90'),
  by: z.enum(performanceGroupings).default('agency'),
})
