import { placesRefusals } from '#places/rules/refusals.ts'
import { platformRefusals } from '#platform/pure/platform-refusals.ts'

/** Every refusal there is, with its HTTP status. */
export const allRefusals: Readonly<Record<string, number>> = {
  ...platformRefusals,
  ...placesRefusals,
}
