import { maskPersonal } from './mask-personal.ts'
import type { Status } from './status.ts'
import type { TimelineStep } from './words.ts'

/** How somebody looks at a report: as everybody, as the one who sent it, or from the desk. */
export type View = 'public' | 'own' | 'desk'

/** Degrees to which the place of a confidential report is rounded: cells of about 500 m. */
const cellDegrees = 0.005
/** How far a rounded place may lie from the true one. */
export const roundedAccuracyMeters = 500

/** Statuses whose reports strangers find in no list and whose words they do not see. */
export const hiddenStatuses = ['rejected', 'merged', 'withdrawn'] as const satisfies readonly Status[]

export function isHidden(status: Status): boolean {
  return (hiddenStatuses as readonly Status[]).includes(status)
}

/** The words strangers may read: personal numbers masked; none where the category is confidential. */
export function publicWords(
  report: { readonly title: string; readonly text: string; readonly landmark: string | null },
  confidential: boolean,
): { title: string; text: string; landmark: string | null } | null {
  if (confidential) return null
  const { title, text, landmark } = report
  return {
    title: maskPersonal(title),
    text: maskPersonal(text),
    landmark: landmark && maskPersonal(landmark),
  }
}

/** The place strangers may see: the middle of its cell where the category is confidential. */
export function publicPlace<Place extends { readonly lat: number; readonly lon: number }>(
  place: Place | null,
  confidential: boolean,
): { lat: number; lon: number } | null {
  if (place === null) return null
  if (!confidential) return { lat: place.lat, lon: place.lon }
  return { lat: middleOfCell(place.lat), lon: middleOfCell(place.lon) }
}

function middleOfCell(degrees: number): number {
  const middle = (Math.floor(degrees / cellDegrees) + 0.5) * cellDegrees
  return Math.round(middle * 1e4) / 1e4
}

/** Who sees that a step happened. The rest of the steps everybody sees. */
const stepsKept: Partial<Record<TimelineStep, readonly View[]>> = {
  'contact-revealed': ['own', 'desk'],
  'answer-proposed': ['desk'],
  'answer-declined': ['desk'],
  'extension-requested': ['own', 'desk'],
  'extension-declined': ['own', 'desk'],
  escalated: ['desk'],
}

/** Who reads the words that came with a step. The words of the rest everybody reads, with personal numbers masked. */
const textsKept: Partial<Record<TimelineStep, readonly View[]>> = {
  assigned: ['desk'],
  returned: ['desk'],
  asked: ['own', 'desk'],
  given: ['own', 'desk'],
  rejected: ['own', 'desk'],
  withdrawn: ['own', 'desk'],
  reopened: ['own', 'desk'],
  rated: ['own', 'desk'],
  'contact-revealed': ['desk'],
  'answer-proposed': ['desk'],
  'answer-declined': ['desk'],
}

export function seesStep(view: View, step: TimelineStep): boolean {
  return stepsKept[step]?.includes(view) ?? true
}

/** The words of a step as this view shows them. */
export function textOfStep(
  view: View,
  entry: { readonly step: TimelineStep; readonly text: string | null },
  confidential: boolean,
): string | null {
  if (entry.text === null || view === 'desk') return entry.text
  if (textsKept[entry.step]?.includes(view) === false) return null
  if (view === 'own') return entry.text
  return confidential ? null : maskPersonal(entry.text)
}

/** Photos are shown to strangers once intake looked at the report, and never where the category is confidential. */
export function photosArePublic(report: {
  readonly status: Status
  readonly confidential: boolean
  readonly taken: boolean
}): boolean {
  return report.taken && !report.confidential && !isHidden(report.status)
}
