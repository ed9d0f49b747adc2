import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { provinceZone } from '#platform/pure/time.ts'
import { queueOf } from './queue-of.ts'
import { queueCardsOf } from './report-cards.ts'
import type { ReportsWorld } from './report-reference.ts'
import { nameOfAgency, referenceOf } from './report-reference.ts'
import type { TodayView } from './rules/views.ts'
import { countDays, countQueue, searchQueue } from './store/report-queue.server.ts'

const firstRows = 5

/** An officer's day: how many reports lie in each room of the queue, and the five most pressing. Refuses not-permitted. */
export async function todayAtDesk(context: Context<ReportsWorld>): Promise<TodayView> {
  allow(context, 'signed-in')
  const of = queueOf(context)
  const reference = await referenceOf(context)
  const first = await searchQueue(context.db, { ...of, filter: 'all', after: null, limit: firstRows - 1 })
  const day = of.now.toZonedDateTimeISO(provinceZone).startOfDay()
  const week = day.subtract({ days: day.dayOfWeek - 1 })
  const { agency } = context.actor
  return {
    agency: agency === null ? null : nameOfAgency(reference, agency, context.language),
    counts: await countQueue(context.db, of),
    first: await queueCardsOf(context, first),
    ...(await countDays(context.db, {
      agency: of.agency,
      dayFrom: day.toInstant(),
      weekFrom: week.toInstant(),
    })),
  }
}
