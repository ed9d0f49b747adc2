/** The languages of the platform; Vietnamese comes first. */
export type Language = 'vi' | 'en'
