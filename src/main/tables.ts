/** Every table of the house, for the places that know everyone. */
export type AllTables = unknown
