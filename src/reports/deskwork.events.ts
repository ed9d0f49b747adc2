import type { DomainEvent } from '#platform/context.ts'

/** Somebody left a note. It is no `report-` event, so that pages of strangers do not hear that the desk talks. */
export interface NoteEvent extends DomainEvent {
  readonly kind: 'desk-note-added'
  readonly code: string
  readonly agency: string
  readonly mentioned: readonly string[]
  readonly by: string
}

/** Several reports were moved at once, or wait for a second person. */
export interface BatchEvent extends DomainEvent {
  readonly kind: 'desk-batch-made'
  readonly agency: string
}
