import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { ReportsWorld } from './report-reference.ts'
import { refuse } from './rules/refusals.ts'
import { readToken } from './store/open311.server.ts'

/** The code of what was filed under a token. Refuses report-not-found. */
export async function findOpen311Token(
  context: Context<ReportsWorld>,
  input: { readonly token: string },
): Promise<{ code: string; token: string }> {
  allow(context, 'anyone')
  const found = await readToken(context.db, input.token.slice(0, 100))
  if (!found) throw refuse('report-not-found')
  return found
}
