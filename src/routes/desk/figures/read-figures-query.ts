import type { z } from 'zod'
import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { provinceZone } from '#platform/pure/time.ts'
import type { PeriodUnit } from '#reports/rules/figures.ts'
import { periodOf, periodUnits } from '#reports/rules/figures.ts'
import { listFigureInput, showFiguresInput } from '#reports/rules/figures-inputs.ts'

type Asked = Omit<z.output<typeof showFiguresInput>, 'by'>

/** Longer periods are drawn in wider columns unless somebody chose. */
const longestInDays = 62
const longestInWeeks = 190

/** The filters in an address; what makes no sense is left out, so that a link that somebody passed on still opens. */
export function readFiguresQuery(
  query: URLSearchParams,
  now: Temporal.Instant,
): { asked: Asked; unit: PeriodUnit } {
  const { by: _unused, ...asked } = leniently(showFiguresInput, query)
  const today = now.toZonedDateTimeISO(provinceZone).toPlainDate().toString()
  const fits = periodOf(asked, today)
  const period = fits ?? periodOf({}, today)
  const unit = periodUnits.find((one) => one === query.get('unit'))
  if (period === null) return { asked, unit: unit ?? 'day' }
  const days = Temporal.PlainDate.from(period.from).until(period.to, { largestUnit: 'days' }).days
  return { asked: { ...asked, ...period }, unit: unit ?? usualUnit(days) }
}

function usualUnit(days: number): PeriodUnit {
  if (days <= longestInDays) return 'day'
  return days <= longestInWeeks ? 'week' : 'month'
}

/** The question for the list behind one number. */
export function readFigureListQuery(query: URLSearchParams): z.output<typeof listFigureInput> {
  return leniently(listFigureInput, query)
}

function leniently<Schema extends z.ZodObject>(schema: Schema, query: URLSearchParams): z.output<Schema> {
  const names = Object.keys(schema.shape)
  const given = Object.fromEntries([...query].filter(([name, value]) => names.includes(name) && value !== ''))
  const first = schema.safeParse(decodeStrings(schema, given))
  if (first.success) return first.data
  const wrong = new Set(first.error.issues.map((issue) => String(issue.path[0])))
  const right = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))
  return schema.parse(decodeStrings(schema, right))
}
