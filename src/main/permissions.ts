import { peoplePermissions } from '#people/rules/permissions.ts'
import { placesPermissions } from '#places/rules/permissions.ts'
import { reportPermissions } from '#reports/rules/permissions.ts'

/** Every permission there is; roles are named sets of them, kept as data. */
export const permissions: readonly string[] = [
  'manage-webhooks',
  'replay-jobs',
  'see-private-files',
  ...peoplePermissions,
  ...placesPermissions,
  ...reportPermissions,
]
