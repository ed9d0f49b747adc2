import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { allRoles } from './store/officers.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** The roles an officer can be given, with their names in the reader's language. */
export async function listRoles(context: Context<PeopleTables>): Promise<{ code: string; name: string }[]> {
  allow(context, 'manage-officers')
  const rows = await allRoles(context.db)
  return rows.map(({ code, vi, en }) => ({ code, name: context.language === 'en' ? en : vi }))
}
