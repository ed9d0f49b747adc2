/** How alike two reports are. */
export interface Likeness {
  /** Of the words, 0 to 1. */
  readonly similarity: number
  /** Null where either place is not known. */
  readonly meters: number | null
  readonly sameCommune: boolean
}

const nearMeters = 300
const farMeters = 3000
/** How alike the words must be: next door, in the commune, and elsewhere. */
const least = { near: 0.34, commune: 0.45, elsewhere: 0.62 } as const

/** Whether two reports are so alike that a person should look: the nearer, the less alike their words must be. */
export function seemAlike({ similarity, meters, sameCommune }: Likeness): boolean {
  if (meters !== null && meters > farMeters) return false
  if (meters !== null && meters <= nearMeters) return similarity >= least.near
  return similarity >= (sameCommune || meters !== null ? least.commune : least.elsewhere)
}

/** So alike, and so near, that sending is worth a second look. Where a distance is not known, the commune must be the same. */
export function stronglyAlike(
  other: {
    readonly similarity: number
    readonly distanceMetres: number | null
    readonly commune: { readonly code: string }
  },
  commune: string,
): boolean {
  const near =
    other.distanceMetres === null ? other.commune.code === commune : other.distanceMetres <= nearMeters
  return other.similarity >= 0.6 && near
}

/** The most alike first; nearness counts a little. */
export function rankOf({ similarity, meters }: Likeness): number {
  return similarity - (meters === null ? 0.1 : Math.min(meters, farMeters) / farMeters / 4)
}
