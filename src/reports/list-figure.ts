import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { cutPage } from '#platform/pure/page.ts'
import { figureScopeOf } from './figure-scope.ts'
import { cardsOf } from './report-cards.ts'
import { afterOf, keyOf } from './report-page.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listFigureInput } from './rules/figures-inputs.ts'
import { maySeeAtDesk } from './rules/permissions.ts'
import type { ReportCard } from './rules/views.ts'
import { listByFigure } from './store/report-figures.server.ts'

/**
 * The reports behind one number of the figures, newest first. Who may not work with them at the desk sees of each what
 * everybody sees. Refuses not-permitted and period-wrong.
 */
export async function listFigure(
  context: Context<ReportsWorld>,
  input: z.output<typeof listFigureInput>,
): Promise<PageOf<ReportCard>> {
  allow(context, 'see-figures')
  const scope = figureScopeOf(context, input)
  const rows = await listByFigure(context.db, {
    ...scope,
    figure: input.figure,
    after: afterOf(input.cursor),
    limit: input.limit,
  })
  const page = cutPage(rows, input.limit, keyOf)
  const atDesk = page.items.every(({ agency }) => maySeeAtDesk(context.actor, { agency, reporter: false }))
  return { ...page, items: await cardsOf(context, page.items, atDesk ? 'desk' : 'public') }
}
