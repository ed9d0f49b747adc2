import { z } from 'zod'
import { figures, groupings } from './figures.ts'

const day = z.string().meta({ description: 'A day in the province', example: '2026-11-23' })
const counts = z.record(z.enum(figures), z.number().int())

const figuresRow = z.object({
  code: z.string().meta({ description: 'Of the agency, commune or category; of a period its first day' }),
  name: z.string(),
  from: day,
  to: day,
  counts,
})
export type FiguresRow = z.output<typeof figuresRow>

export const figuresView = z.object({
  from: day,
  to: day,
  by: z.enum(groupings),
  agency: z.string().nullable().meta({ description: 'Whose figures these are; null for all agencies' }),
  total: counts,
  items: z.array(figuresRow),
  nextCursor: z.null(),
})
export type FiguresView = z.output<typeof figuresView>

const share = z.number().int().nullable().meta({ description: 'Whole per cent; null where too few to say' })
const performance = z.object({
  received: z.number().int().nullable().meta({ description: 'Null where there are fewer than `minimum`' }),
  answeredPercent: share,
  onTimePercent: share,
  satisfiedPercent: share,
})
export const performanceView = z.object({
  from: day,
  to: day,
  minimum: z.number().int(),
  total: performance,
  items: z.array(performance.extend({ code: z.string(), name: z.string() })),
  nextCursor: z.null(),
})
export type PerformanceView = z.output<typeof performanceView>
