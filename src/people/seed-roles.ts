import { readFile } from 'node:fs/promises'
import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { RoleRow } from './store/tables.ts'
import type { PeopleTables } from './store/tables.ts'
import { saveRoles } from './store/seed-people.server.ts'

/** Loads the roles from `seed/roles.json`. Safe to repeat: a role that is there stays as it was made. */
export async function seedRoles(context: Context<PeopleTables>): Promise<void> {
  allow(context, 'manage-officers')
  const text = await readFile(new URL('../../seed/roles.json', import.meta.url), 'utf8')
  const roles = JSON.parse(text) as Omit<RoleRow, 'position'>[]
  await saveRoles(
    context.db,
    roles.map((role, position) => ({ ...role, position })),
  )
}
