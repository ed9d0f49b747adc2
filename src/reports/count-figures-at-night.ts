import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { provinceZone } from '#platform/pure/time.ts'
import type { ReportsWorld } from './report-reference.ts'
import { countDaysAnew } from './store/report-figures.server.ts'

/** At night: counts the days that ended, and those of which something changed since. Twice gives the same. */
export async function countFiguresAtNight(context: Context<ReportsWorld>): Promise<number> {
  allow(context, 'see-figures')
  const now = context.now()
  const through = now.toZonedDateTimeISO(provinceZone).toPlainDate().subtract({ days: 1 }).toString()
  return countDaysAnew(context.db, { now, through })
}
