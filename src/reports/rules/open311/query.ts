import { foldText } from '#platform/pure/fold-text.ts'
import { provinceZone } from '#platform/pure/time.ts'
import { refuse } from '../refusals.ts'
import { readReportCode } from '../report-code.ts'
import type { Status } from '../status.ts'
import { statusGroups } from '../status.ts'

/** Most requests of one answer. */
export const mostRequests = 1000
/** Most of one answer where each comes with its history. */
export const mostExtended = 100
/** How deep a list can be paged. */
const deepestOffset = 100_000
const mostCodes = 200
const longestRangeDays = 90
/** The years 1900 to 2200: nothing is asked of others, and the database does not hold them all. */
const [earliestMs, latestMs] = [Date.UTC(1900, 0), Date.UTC(2200, 0)]
const usualRadiusMeters = 375
const metersPerDegree = 111_195

export type Params = ReadonlyMap<string, readonly string[]>

export const sorts = {
  '-requested_datetime': ['filed_at', 'desc'],
  requested_datetime: ['filed_at', 'asc'],
  '-updated_datetime': ['updated_at', 'desc'],
  updated_datetime: ['updated_at', 'asc'],
} as const

/** A list of requests as somebody asked for it. Moments are epoch milliseconds. */
export interface RequestQuery {
  readonly codes: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly groups: readonly string[] | null
  readonly statuses: readonly Status[] | null
  readonly filed: Range
  readonly updated: Range
  readonly box: readonly [west: number, south: number, east: number, north: number] | null
  readonly words: string
  readonly sort: (typeof sorts)[keyof typeof sorts]
  readonly limit: number
  readonly offset: number
  readonly extended: boolean
}

export interface Range {
  readonly fromMs: number | null
  readonly toMs: number | null
}

/** Reads what a client asks of the list. Refuses open311-field-wrong with the name of what cannot be read. */
export function readRequestQuery(params: Params, nowMs: number): RequestQuery {
  const extended = isTrue(one(params, 'extensions'))
  const updated = range(params, 'updated_after', 'updated_before')
  return {
    codes: codesOf(params),
    categories: list(params, 'service_code'),
    groups: list(params, 'group_filter'),
    statuses: statusesOf(params),
    filed: filedRange(params, nowMs, updated),
    updated,
    box: boxOf(params),
    words: foldText(one(params, 'q') ?? ''),
    sort: sortOf(params),
    ...pageOf(params, extended),
    extended,
  }
}

/** The window of the updates: the last ninety days unless told. */
export function readUpdateRange(params: Params, nowMs: number): { fromMs: number; toMs: number } {
  const { fromMs, toMs } = ninetyDays(range(params, 'start_date', 'end_date'), nowMs)
  return { fromMs: fromMs ?? 0, toMs: toMs ?? nowMs }
}

/** Names with their values, each in the order in which it was given. */
export function paramsOf(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const [name, value] of pairs) addParam(params, name, value)
  return params
}

export function addParam(params: Map<string, string[]>, name: string, value: string): void {
  const known = params.get(name)
  if (known) known.push(value)
  else params.set(name, [value])
}

/** The first value of a name; blank counts as not given. */
export function one(params: Params, name: string): string | undefined {
  return (params.get(name) ?? []).map(tidy).find((value) => value !== '')
}

/** No blanks around, and nothing in it that no text may hold. */
function tidy(value: string): string {
  return value.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ').trim()
}

export function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1'
}

/** A number as clients write it, or a refusal that names it. */
export function numberOf(
  params: Params,
  name: string,
  bounds: { min: number; max: number },
): number | undefined {
  const text = one(params, name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isFinite(value) || value < bounds.min || value > bounds.max) throw wrong(name)
  return value
}

export function wrong(name: string) {
  return refuse('open311-field-wrong', { details: { name } })
}

export function missing(name: string) {
  return refuse('open311-field-missing', { details: { name } })
}

function list(params: Params, name: string): string[] | null {
  const items = (params.get(name) ?? [])
    .flatMap((value) => value.split(','))
    .map(tidy)
    .filter(Boolean)
  return items.length === 0 ? null : items.slice(0, mostCodes)
}

function codesOf(params: Params): string[] | null {
  const written = list(params, 'service_request_id')
  return written?.flatMap((code) => readReportCode(code) ?? []) ?? null
}

function statusesOf(params: Params): Status[] | null {
  const groups = { open: statusGroups.open, closed: statusGroups.done } as const
  return (
    list(params, 'status')?.flatMap((status) => {
      if (status !== 'open' && status !== 'closed') throw wrong('status')
      return [...groups[status]]
    }) ?? null
  )
}

function filedRange(params: Params, nowMs: number, updated: Range): Range {
  const asked = range(params, 'start_date', 'end_date')
  const open = asked.fromMs === null && asked.toMs === null
  // Who asks by the time of the change wants old requests too.
  if (open && (updated.fromMs !== null || updated.toMs !== null)) return asked
  return ninetyDays(asked, nowMs)
}

function ninetyDays(asked: Range, nowMs: number): Range {
  const longestMs = longestRangeDays * 86_400_000
  const { fromMs, toMs } = asked
  if (fromMs !== null && toMs !== null && toMs - fromMs > longestMs + 86_400_000) throw wrong('end_date')
  if (fromMs !== null) return { fromMs, toMs: toMs ?? fromMs + longestMs }
  return { fromMs: (toMs ?? nowMs) - longestMs, toMs }
}

function range(params: Params, from: string, to: string): Range {
  const fromMs = momentOf(params, from)
  const toMs = momentOf(params, to)
  if (fromMs !== null && toMs !== null && toMs < fromMs) throw wrong(to)
  return { fromMs, toMs }
}

/** A W3C date-time; without a zone it is the province's, without a time it is the beginning of the day. */
function momentOf(params: Params, name: string): number | null {
  const text = one(params, name)?.replace(' ', '+')
  if (text === undefined) return null
  try {
    const moment = readMoment(text)
    if (moment > earliestMs && moment < latestMs) return moment
  } catch {
    // Refused below, as one that no calendar of ours holds.
  }
  throw wrong(name)
}

function readMoment(text: string): number {
  return /(?:z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')
    ? Temporal.Instant.from(text).epochMilliseconds
    : Temporal.PlainDateTime.from(text).toZonedDateTime(provinceZone).epochMilliseconds
}

function boxOf(params: Params): RequestQuery['box'] {
  const text = one(params, 'bbox')
  if (text !== undefined) {
    const [west, south, east, north, ...more] = text.split(',').map(Number)
    const all = [west, south, east, north]
    if (more.length > 0 || !all.every((side) => side !== undefined && Number.isFinite(side)))
      throw wrong('bbox')
    return [west ?? 0, south ?? 0, east ?? 0, north ?? 0]
  }
  const lat = numberOf(params, 'lat', { min: -90, max: 90 })
  const lon = numberOf(params, 'long', { min: -180, max: 180 })
  if (lat === undefined && lon === undefined) return null
  if (lat === undefined) throw missing('lat')
  if (lon === undefined) throw missing('long')
  const radius = numberOf(params, 'radius', { min: 1, max: 50_000 }) ?? usualRadiusMeters
  const high = radius / metersPerDegree
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  return [lon - wide, lat - high, lon + wide, lat + high]
}

function sortOf(params: Params): RequestQuery['sort'] {
  const text = one(params, 'sort') ?? '-requested_datetime'
  if (Object.hasOwn(sorts, text)) return sorts[text as keyof typeof sorts]
  throw wrong('sort')
}

/** `page` and `page_size`, or `limit` and `offset`. */
function pageOf(params: Params, extended: boolean): { limit: number; offset: number } {
  const most = extended ? mostExtended : mostRequests
  const whole = (name: string, min: number, max: number) => {
    const value = numberOf(params, name, { min, max })
    if (value !== undefined && !Number.isInteger(value)) throw wrong(name)
    return value
  }
  const size = whole('page_size', 1, 100_000) ?? whole('limit', 1, 100_000) ?? most
  const limit = Math.min(size, most)
  const page = whole('page', 1, deepestOffset) ?? 1
  const offset = whole('offset', 0, deepestOffset) ?? (page - 1) * limit
  if (offset > deepestOffset) throw wrong('page')
  return { limit, offset }
}
