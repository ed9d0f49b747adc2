import type { z } from 'zod'
import { listColleagues } from '#people/list-colleagues.ts'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { reportAtDesk } from './report-at-desk.ts'
import type { ReportsWorld } from './report-reference.ts'
import type { listCaseColleaguesInput } from './rules/deskwork-inputs.ts'
import type { ColleagueView } from './rules/deskwork-views.ts'

/** Colleagues of the agency that has a report, who can be named in a note. Refuses not-your-report. */
export async function listCaseColleagues(
  context: Context<ReportsWorld>,
  input: z.output<typeof listCaseColleaguesInput>,
): Promise<{ items: ColleagueView[]; nextCursor: null }> {
  allow(context, 'signed-in')
  const report = await reportAtDesk(context, input.code)
  const all = await listColleagues(context, { agencies: [report.agency] })
  const items = all.filter(({ id }) => id !== context.actor.personId).map(({ id, name }) => ({ id, name }))
  return { items, nextCursor: null }
}
