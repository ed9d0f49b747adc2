import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { readFollowingPeople } from './store/report-followers.server.ts'
import type { ReportsTables } from './store/tables.ts'

/** The people to be told of a report, some at a time. Only the platform asks: who follows what is nobody's business. */
export async function listFollowingPeople(
  context: Context<ReportsTables>,
  page: { readonly code: string; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  allow(context, 'intake-reports')
  return readFollowingPeople(context.db, page)
}
