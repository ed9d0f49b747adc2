import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DayKind } from '../rules/calendar.ts'
import type { Season, Stretch } from '../rules/working-time.ts'
import type { PlacesTables } from './tables.ts'

type Database = Kysely<PlacesTables>

export interface SeedCalendar {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly roundTheClock: boolean
  readonly weekdays: readonly number[]
  readonly seasons: readonly (Season & { readonly confirmed: boolean })[]
  readonly days: readonly {
    readonly day: string
    readonly kind: DayKind
    readonly hours?: readonly Stretch[]
    readonly confirmed: boolean
  }[]
}

/** Calendars that are there already stay as officers made them. */
export async function saveCalendars(db: Database, calendars: readonly SeedCalendar[]): Promise<void> {
  for (const { code, vi, en, roundTheClock, weekdays, seasons, days } of calendars) {
    const made = await db
      .insertInto('calendars')
      .values({
        code,
        vi,
        en,
        round_the_clock: roundTheClock,
        weekdays: [...weekdays],
        updated_at: sql`now()`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (!made) continue
    for (const { from, to, hours, confirmed } of seasons) {
      const row = { calendar: code, from_day: from, to_day: to, confirmed }
      await db
        .insertInto('calendar_seasons')
        .values({ ...row, hours: json(hours) })
        .execute()
    }
    for (const { day, kind, hours, confirmed } of days) {
      const row = { calendar: code, day, kind, confirmed }
      await db
        .insertInto('calendar_days')
        .values({ ...row, hours: hours ? json(hours) : null })
        .execute()
    }
  }
}

function json(hours: readonly Stretch[]) {
  return sql<Stretch[]>`${JSON.stringify(hours)}::jsonb`
}
