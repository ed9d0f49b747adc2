import type { TagState } from '#design/tag-state.ts'

/** What the home page shows of a report, whatever the subject calls its fields. */
export interface Brief {
  readonly href: string
  readonly title: string
  readonly tag: { readonly state: TagState; readonly words: string }
  /** Commune, distance, how many share it: short pieces, joined by dots. */
  readonly facts: readonly string[]
  readonly thumb: string | null
  /** The step that is being done, of how many, for things of mine. */
  readonly step?: { readonly now: number; readonly total: number }
  /** When an answer is due. */
  readonly dueAt?: string | null
}
