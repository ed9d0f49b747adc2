import type { Ending, TimelineStep } from '../words.ts'

/** The words of the updates extension that we understand. */
export const updateStatuses = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'IN_PROGRESS',
  'INVESTIGATING',
  'ACTION_SCHEDULED',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'NO_FURTHER_ACTION',
  'INTERNAL_REFERRAL',
  'FOR_TRIAGE',
  'CANCELLED',
  'REOPEN',
] as const
export type UpdateStatus = (typeof updateStatuses)[number]

/** What a step of the timeline is told as; steps that are not here are no news for others. */
const ofSteps: Partial<Record<TimelineStep, UpdateStatus>> = {
  accepted: 'INVESTIGATING',
  assigned: 'INVESTIGATING',
  returned: 'FOR_TRIAGE',
  asked: 'INVESTIGATING',
  given: 'INVESTIGATING',
  started: 'IN_PROGRESS',
  extended: 'ACTION_SCHEDULED',
  answered: 'CLOSED',
  reopened: 'OPEN',
  closed: 'CLOSED',
  rejected: 'NO_FURTHER_ACTION',
  merged: 'DUPLICATE',
  withdrawn: 'CANCELLED',
}

const ofEndings: Record<Ending, UpdateStatus> = {
  repaired: 'FIXED',
  explained: 'NO_FURTHER_ACTION',
  'handed-over': 'NOT_COUNCILS_RESPONSIBILITY',
}

/** Steps that others hear of. */
export const toldSteps = Object.keys(ofSteps) as TimelineStep[]

/** What a step is told as; an answer by how it ended the matter. */
export function statusOfStep(step: TimelineStep, ending: Ending | null): UpdateStatus {
  if (step === 'answered' && ending !== null) return ofEndings[ending]
  return ofSteps[step] ?? 'OPEN'
}

/** Reads a status as others write it: small letters, blanks or dashes. Null when it is none we know. */
export function readUpdateStatus(written: string): UpdateStatus | null {
  const tidy = written
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
  return updateStatuses.find((status) => status === tidy) ?? null
}
