/** Hours of one stretch of work within a day, as `07:30`. `24:00` is midnight at its end. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** Office hours between two days of the year, both included, as `10-15` to `04-14`. */
export interface Season {
  readonly from: string
  readonly to: string
  readonly hours: readonly Stretch[]
}

/** When an agency works. Dates are `2026-11-23`, in the province's zone. */
export interface WorkingCalendar {
  /** Every hour of every day counts: control rooms and duty officers. */
  readonly roundTheClock: boolean
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[]
  readonly seasons: readonly Season[]
  readonly daysOff: ReadonlySet<string>
  /** Swapped days: worked although the weekday is not. */
  readonly workedDays: ReadonlySet<string>
  /** Days with hours of their own, such as the eve of Tết. */
  readonly ownHours: ReadonlyMap<string, readonly Stretch[]>
}

/** A stretch in which the clock stood still; `to` is null while it still does. */
export interface Pause {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
}

/** A calendar for one matter, with the stretches in which that matter's clock stood still. */
export interface PausedCalendar extends WorkingCalendar {
  readonly pauses?: readonly Pause[]
}

/** The calendar with pauses cut out of it. */
export function withPauses(calendar: WorkingCalendar, pauses: readonly Pause[]): PausedCalendar {
  return { ...calendar, pauses }
}

const zone = 'Asia/Ho_Chi_Minh'
const minuteMs = 60_000
/** A calendar that never works would be searched for ever. */
const farthestDays = 2000

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The moment at which so many working minutes have passed since the start. Pauses that ended do not count; one that
 * still lasts is left out until it ends. Zero minutes give the start itself. Throws RangeError for a calendar that
 * does not work within five years.
 */
export function addWorkingMinutes(
  calendar: PausedCalendar,
  start: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  let left = Math.round(minutes * minuteMs)
  if (left <= 0) return start
  const from = start.epochMilliseconds
  for (const span of workedSpans(calendar, dayOf(start))) {
    const begins = Math.max(span.from, from)
    const length = span.to - begins
    if (length <= 0) continue
    if (length >= left) return Temporal.Instant.fromEpochMilliseconds(begins + left)
    left -= length
  }
  throw new RangeError('the calendar does not work long enough')
}

/**
 * The end of work on the so-many-th working day after the day of the start, which itself does not count (Civil Code
 * 91/2015/QH13, articles 147 and 148). Working time lost to pauses is added. Zero days give the end of the start's day
 * when work is not over then, else of the next working day.
 */
export function addWorkingDays(
  calendar: PausedCalendar,
  start: Temporal.Instant,
  days: number,
): Temporal.Instant {
  const first = dayOf(start)
  let left = days
  for (let ahead = days === 0 ? 0 : 1; ahead < farthestDays; ahead += 1) {
    const spans = spansOfDay(calendar, first.add({ days: ahead }))
    const end = spans.at(-1)?.to
    if (end === undefined || (days === 0 && end < start.epochMilliseconds)) continue
    left -= 1
    if (left > 0) continue
    return movedByPauses(calendar, start.epochMilliseconds, end)
  }
  throw new RangeError('the calendar does not work long enough')
}

/** Working minutes between two moments, less the pauses; 0 when the second is not later. */
export function workingMinutesBetween(
  calendar: PausedCalendar,
  start: Temporal.Instant,
  end: Temporal.Instant,
): number {
  const [from, to] = [start.epochMilliseconds, end.epochMilliseconds]
  if (to <= from) return 0
  let sum = 0
  for (const span of workedSpans(calendar, dayOf(start))) {
    if (span.from >= to) break
    sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
  }
  return sum / minuteMs
}

/** Whether the agency works at this moment. The last minute of a stretch is the one before its end. */
export function isWorkingTime(calendar: WorkingCalendar, moment: Temporal.Instant): boolean {
  const at = moment.epochMilliseconds
  return spansOfDay(calendar, dayOf(moment)).some((span) => span.from <= at && at < span.to)
}

/** The moment itself when the agency works, else when it next begins to. */
export function nextWorkingMoment(calendar: WorkingCalendar, moment: Temporal.Instant): Temporal.Instant {
  const at = moment.epochMilliseconds
  for (const span of workedSpans(withPauses(calendar, []), dayOf(moment))) {
    if (at < span.to) return Temporal.Instant.fromEpochMilliseconds(Math.max(at, span.from))
  }
  throw new RangeError('the calendar does not work long enough')
}

function dayOf(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(zone).toPlainDate()
}

/** The end, later by the working time of every pause that began before it; a moved end may meet further pauses. */
function movedByPauses(calendar: PausedCalendar, start: number, end: number): Temporal.Instant {
  const unpaused = withPauses(calendar, [])
  const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)
  let moved = at(end)
  let done = start
  for (const pause of endedPauses(calendar.pauses)) {
    if (pause.from >= moved.epochMilliseconds) break
    const from = Math.max(pause.from, done)
    if (pause.to <= from) continue
    moved = addWorkingMinutes(unpaused, moved, workingMinutesBetween(unpaused, at(from), at(pause.to)))
    done = pause.to
  }
  return moved
}

/** Pauses that are over, in the order they began. */
function endedPauses(pauses: readonly Pause[] = []): Span[] {
  return pauses
    .flatMap(({ from, to }) => (to ? [{ from: from.epochMilliseconds, to: to.epochMilliseconds }] : []))
    .sort((a, b) => a.from - b.from)
}

/** The worked spans from a day on, in order, with the pauses cut out; ends after some years. */
function* workedSpans(calendar: PausedCalendar, first: Temporal.PlainDate): Generator<Span> {
  const cuts = endedPauses(calendar.pauses)
  for (let ahead = 0; ahead < farthestDays; ahead += 1) {
    for (const span of spansOfDay(calendar, first.add({ days: ahead }))) yield* without(span, cuts)
  }
}

/** A span without the cuts, which may overlap one another. */
function without(span: Span, cuts: readonly Span[]): Span[] {
  let rest: Span[] = [span]
  for (const cut of cuts) {
    rest = rest.flatMap((part) => {
      if (cut.to <= part.from || cut.from >= part.to) return [part]
      const before = { from: part.from, to: Math.min(cut.from, part.to) }
      const after = { from: Math.max(cut.to, part.from), to: part.to }
      return [before, after].filter((piece) => piece.to > piece.from)
    })
  }
  return rest
}

function spansOfDay(calendar: WorkingCalendar, day: Temporal.PlainDate): Span[] {
  return hoursOfDay(calendar, day).map(({ from, to }) => ({
    from: momentOf(day, from),
    to: momentOf(day, to),
  }))
}

const wholeDay: readonly Stretch[] = [{ from: '00:00', to: '24:00' }]

function hoursOfDay(calendar: WorkingCalendar, day: Temporal.PlainDate): readonly Stretch[] {
  if (calendar.roundTheClock) return wholeDay
  const date = day.toString()
  if (calendar.daysOff.has(date)) return []
  if (!calendar.workedDays.has(date) && !calendar.weekdays.includes(day.dayOfWeek)) return []
  return calendar.ownHours.get(date) ?? seasonOf(calendar, date.slice(5))?.hours ?? []
}

/** The season that holds a day of the year; one may run across New Year. */
function seasonOf(calendar: WorkingCalendar, monthDay: string): Season | undefined {
  return calendar.seasons.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  )
}

function momentOf(day: Temporal.PlainDate, clock: string): number {
  const at =
    clock === '24:00'
      ? day.add({ days: 1 }).toZonedDateTime(zone)
      : day.toZonedDateTime({ timeZone: zone, plainTime: clock })
  return at.epochMilliseconds
}
