/** What officers may do with people. */
export const peoplePermissions = ['manage-officers', 'see-sms-outbox'] as const
