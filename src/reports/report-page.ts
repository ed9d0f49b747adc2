import { readCursor, readMomentCursor } from '#platform/pure/page.ts'
import type { After } from './store/report-search.server.ts'
import type { ReportRow } from './store/tables.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The sort key of a newest-first list. */
export function keyOf(row: Pick<ReportRow, 'filed_at' | 'id'>): [string, string] {
  return [row.filed_at.toString(), row.id]
}

/** Where the page before ended; a cursor that nobody made starts from the beginning. */
export function afterOf(cursor: string | undefined): After | null {
  const [at, id] = readCursor(cursor) ?? []
  if (at === 'infinity' && typeof id === 'string' && uuid.test(id)) return { at, id }
  return readMomentCursor(cursor)
}
