import type { FilesTables } from '#platform/files/tables.ts'

/** Every table of the house, for the places that know everyone. */
export type AllTables = FilesTables
