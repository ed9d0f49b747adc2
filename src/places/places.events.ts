import type { DomainEvent } from '#platform/context.ts'

/** What others may hear of places. */
export interface CalendarChanged extends DomainEvent {
  readonly kind: 'calendar-changed'
  readonly calendar: string
}

export function calendarChanged(calendar: string): CalendarChanged {
  return { kind: 'calendar-changed', calendar }
}

export interface BoundariesImported extends DomainEvent {
  readonly kind: 'boundaries-imported'
}

export function boundariesImported(): BoundariesImported {
  return { kind: 'boundaries-imported' }
}
