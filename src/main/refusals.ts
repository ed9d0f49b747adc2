import { peopleRefusals } from '#people/rules/refusals.ts'
import { placesRefusals } from '#places/rules/refusals.ts'
import { platformRefusals } from '#platform/pure/platform-refusals.ts'
import { reportRefusals } from '#reports/rules/refusals.ts'

/** Every refusal there is, with its HTTP status. */
export const allRefusals: Readonly<Record<string, number>> = {
  ...platformRefusals,
  ...peopleRefusals,
  ...placesRefusals,
  ...reportRefusals,
}
