import { searchCommunes } from '#places/search-communes.ts'
import { largestPage } from '#platform/pure/page.ts'
import type { PageServerLoad } from './$types'

const longestWords = 100

/** Communes by the words in the address, or all of them in Vietnamese order. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, longestWords)
  const found = await searchCommunes(context, { q, limit: largestPage })
  return { q, communes: found.items.map(({ bbox: _bbox, boundary: _boundary, ...commune }) => commune) }
}
