import { decodeStrings } from '#platform/pure/decode-strings.ts'
import { showPerformanceInput } from '#reports/rules/figures-inputs.ts'
import { showPerformance } from '#reports/show-performance.ts'
import type { PageServerLoad } from './$types'

/** How the agencies answer, for everybody. */
export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  const given = { days: url.searchParams.get('days') ?? '', by: url.searchParams.get('by') ?? '' }
  const read = showPerformanceInput.safeParse(decodeStrings(showPerformanceInput, given))
  const asked = read.success ? read.data : showPerformanceInput.parse({})
  return { asked, performance: await showPerformance(context, asked) }
}
