import type { Brief } from '#design/home/brief.ts'
import type { PageServerLoad } from './$types'

/** What matters now: my own things, and what others reported last. */
export const load: PageServerLoad = () => {
  const mine: Brief[] = []
  const newest: Brief[] = []
  return { mine, newest }
}
