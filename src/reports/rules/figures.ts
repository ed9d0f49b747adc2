/** What is counted of the reports received in a period. Words: m.reports_figure_<figure>. */
export const figures = [
  'received',
  'answered',
  'on-time',
  'late',
  'extended',
  'reopened',
  'rated',
  'satisfied',
] as const
export type Figure = (typeof figures)[number]
export type FigureCounts = Readonly<Record<Figure, number>>

export const noFigures: FigureCounts = {
  received: 0,
  answered: 0,
  'on-time': 0,
  late: 0,
  extended: 0,
  reopened: 0,
  rated: 0,
  satisfied: 0,
}

export const periodUnits = ['day', 'week', 'month'] as const
export type PeriodUnit = (typeof periodUnits)[number]
/** By what figures are broken down. */
export const groupings = [...periodUnits, 'agency', 'commune', 'category'] as const
export type Grouping = (typeof groupings)[number]

/** Stars from which a citizen counts as satisfied. */
export const satisfiedStars = 4
/** Days from the first to the last of one question. */
export const longestPeriodDays = 400
export const usualPeriodDays = 30
/** Columns of one chart. */
export const mostPeriods = longestPeriodDays

/** No figure is older or further away; what lies beyond is a slip of the keyboard. */
const firstDay = '2000-01-01'
const lastDay = '2100-12-31'

/** A stretch of days, both ends in it: `2026-11-01` to `2026-11-30`. */
export interface Period {
  readonly from: string
  readonly to: string
}

export function isPeriodUnit(by: Grouping): by is PeriodUnit {
  return (periodUnits as readonly Grouping[]).includes(by)
}

/** The period somebody asked for; the last thirty days unless told; null where it ends before it begins or is too long. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Period | null {
  const to = asked.to ?? today
  const from =
    asked.from ??
    Temporal.PlainDate.from(to)
      .subtract({ days: usualPeriodDays - 1 })
      .toString()
  if (from < firstDay || to > lastDay) return null
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1
  return days >= 1 && days <= longestPeriodDays ? { from, to } : null
}

/** All days, weeks (from Monday) or months of a period, in order, cut at its ends; the key is the first day uncut. */
export function periodsOf({ from, to }: Period, unit: PeriodUnit): (Period & { key: string })[] {
  const first = startOf(Temporal.PlainDate.from(from), unit)
  const found: (Period & { key: string })[] = []
  for (let at = first; Temporal.PlainDate.compare(at, to) <= 0 && found.length < mostPeriods;) {
    const next = at.add({ [`${unit}s`]: 1 })
    const last = next.subtract({ days: 1 })
    found.push({
      key: at.toString(),
      from: Temporal.PlainDate.compare(at, from) < 0 ? from : at.toString(),
      to: Temporal.PlainDate.compare(last, to) > 0 ? to : last.toString(),
    })
    at = next
  }
  return found
}

function startOf(day: Temporal.PlainDate, unit: PeriodUnit): Temporal.PlainDate {
  if (unit === 'day') return day
  return unit === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 })
}

/** Whole per cent; null where there is nothing to take a part of. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100)
}

/** Groups smaller than this are not shown to everybody: one officer or one citizen must not stand out. */
export const smallestGroup = 5

/** What everybody may know of a group. Shares are of those that ended, or ran out of time, and of those that were rated. */
export interface PublicFigures {
  readonly received: number | null
  readonly answeredPercent: number | null
  readonly onTimePercent: number | null
  readonly satisfiedPercent: number | null
}

const hidden: PublicFigures = {
  received: null,
  answeredPercent: null,
  onTimePercent: null,
  satisfiedPercent: null,
}

/** The figures of a group as everybody may see them: nothing of a small group, no share of few. */
export function publicFigures(counts: FigureCounts): PublicFigures {
  if (counts.received < smallestGroup) return hidden
  const share = (part: number, whole: number) => (whole < smallestGroup ? null : percentOf(part, whole))
  return {
    received: counts.received,
    answeredPercent: share(counts.answered, counts.received),
    onTimePercent: share(counts['on-time'], counts['on-time'] + counts.late),
    satisfiedPercent: share(counts.satisfied, counts.rated),
  }
}

/**
 * The groups of one whole as everybody may see them. Where a single small group would follow from the total and the
 * others, the next smallest is hidden with it.
 */
export function hideSmall<Item extends { readonly counts: FigureCounts }>(
  items: readonly Item[],
): (Item & { shown: PublicFigures })[] {
  const shown = items.map((item) => ({ ...item, shown: publicFigures(item.counts) }))
  const small = shown.filter((item) => item.counts.received > 0 && item.shown.received === null)
  if (small.length !== 1) return shown
  const next = shown
    .filter((item) => item.shown.received !== null)
    .toSorted((a, b) => a.counts.received - b.counts.received)[0]
  return shown.map((item) => (item === next ? { ...item, shown: hidden } : item))
}
