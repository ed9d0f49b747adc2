/** Who is acting, as far as the platform needs to know: what they may do and whom they stand for. */
export interface Actor {
  readonly kind: 'stranger' | 'citizen' | 'officer' | 'system'
  readonly personId: string | null
  /** Code of the agency an officer works for. */
  readonly agency: string | null
  readonly permissions: ReadonlySet<string>
  /** Secret keys of things filed from this browser without an account. */
  readonly receipts: readonly string[]
}

/** Somebody who has not signed in, with the receipts their browser carries. */
export function stranger(receipts: readonly string[] = []): Actor {
  return { kind: 'stranger', personId: null, agency: null, permissions: new Set(), receipts }
}

/** The platform itself: jobs, the seed and reactions act in its name. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  agency: null,
  permissions: new Set(),
  receipts: [],
}
