import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import type { PageOf } from '#platform/pure/page.ts'
import { readCursor, writeCursor } from '#platform/pure/page.ts'
import { foldName } from '#platform/pure/fold-text.ts'
import { placesOf } from './place-reference.ts'
import type { SearchCommunes } from './rules/inputs.ts'
import { showCommune, withBoundary } from './rules/show.ts'
import type { CommuneView } from './rules/views.ts'
import type { FoundCommune } from './store/communes.server.ts'
import { communesByCode, searchCommunes as search } from './store/communes.server.ts'
import type { PlacesTables } from './store/tables.ts'

const codeForm = /^\d{5}$/

/**
 * Finds communes by their present or former name, without accents and with small typing errors, or by code; says which
 * former unit was found. Without words: all communes in Vietnamese order. An old code finds where its unit went, and
 * is never taken for the new unit that has the same code now.
 */
export async function searchCommunes(
  context: Context<PlacesTables>,
  input: SearchCommunes,
): Promise<PageOf<CommuneView>> {
  allow(context, 'anyone')
  const found = await find(context, (input.q ?? '').trim())
  const [offset] = readCursor(input.cursor) ?? []
  const from = typeof offset === 'number' && Number.isInteger(offset) && offset > 0 ? offset : 0
  const items = found.slice(from, from + input.limit)
  const nextCursor = found.length > from + input.limit ? writeCursor([from + input.limit]) : null
  if (input.shape !== 'boundary') return { items, nextCursor }
  const { boundaries } = await placesOf.get(context)
  return { items: items.map((commune) => withBoundary(commune, boundaries)), nextCursor }
}

async function find(context: Context<PlacesTables>, words: string): Promise<readonly CommuneView[]> {
  const folded = foldName(words)
  if (folded === '') return (await placesOf.get(context)).shown
  const found = codeForm.test(words) ? await communesByCode(context.db, words) : await byName(context, folded)
  return found.map((row) => showCommune(row, row.formerMatch))
}

const mostResembling = 8

/** "phuong trung vuong" is looked for as "trung vuong", unless a name begins so: Phương Viên. */
async function byName(context: Context<PlacesTables>, folded: string): Promise<FoundCommune[]> {
  const whole = await search(context.db, folded)
  const bare = folded.replace(/^(phuong|xa|thi tran|tt|p|x) (?=.)/, '')
  const exact = whole.some((found) => !found.resembles)
  const found = exact || bare === folded ? whole : await search(context.db, bare)
  return found.some((one) => one.resembles) ? found.slice(0, mostResembling) : found
}
