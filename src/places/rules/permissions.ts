/** What officers may do with places. */
export const placesPermissions = ['edit-calendars', 'import-boundaries'] as const
