import { refusePlatform } from '#platform/pure/platform-refusals.ts'
import { provinceZone } from '#platform/pure/time.ts'
import type { Bare } from './report-reference.ts'
import { periodOf } from './rules/figures.ts'
import { provinceIntake } from './rules/permissions.ts'
import { refuse } from './rules/refusals.ts'
import type { FigureScope } from './store/report-figures.server.ts'

/** What a question for figures may say. */
interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly agency?: string | undefined
  readonly commune?: string | undefined
  readonly category?: string | undefined
}

/** Which reports this officer's figures are of: the own agency's; the province sees all, or one. Refuses not-permitted. */
export function figureScopeOf(context: Bare, asked: Asked): FigureScope {
  const own = context.actor.agency
  if (own === provinceIntake) return scopeOf(context, asked, asked.agency ?? null)
  if (own === null || (asked.agency !== undefined && asked.agency !== own))
    throw refusePlatform('not-permitted')
  return scopeOf(context, asked, own)
}

/** The period, place and category that were asked for. Refuses period-wrong. */
export function scopeOf(context: Bare, asked: Asked, agency: string | null): FigureScope {
  const now = context.now()
  const period = periodOf(asked, now.toZonedDateTimeISO(provinceZone).toPlainDate().toString())
  if (period === null) throw refuse('period-wrong', { errors: [{ path: 'to', message: 'period-wrong' }] })
  return { ...period, agency, commune: asked.commune, category: asked.category, now }
}
