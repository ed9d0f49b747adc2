import type { CategoryUrgency, FirstLine, Urgency } from './words.ts'

/** What of an agency decides whether a report goes to it. */
export interface AgencyForRouting {
  readonly code: string
  readonly kind: string
  /** The commune it serves; null for agencies of the whole province. */
  readonly commune: string | null
}

export interface CategoryForRouting {
  readonly firstLine: FirstLine
  /** Agency that leads the field, or 'commune'. */
  readonly lead: string
}

/**
 * The agency that receives a report first: the commune's People's Committee or its police, or the utility or department
 * that leads the field. Where that agency is not on the list, the next one up; at last the province's intake.
 */
export function firstAgency(
  category: CategoryForRouting,
  commune: string,
  agencies: {
    find(code: string): AgencyForRouting | undefined
    ofCommune(kind: string, commune: string): AgencyForRouting | undefined
    intake: string
  },
): string {
  const committee = agencies.ofCommune('commune', commune)?.code
  const lead = category.lead === 'commune' ? committee : agencies.find(category.lead)?.code
  const first: Record<FirstLine, string | undefined> = {
    commune: committee,
    'commune-police': agencies.ofCommune('commune-police', commune)?.code,
    utility: lead,
    department: lead,
  }
  return first[category.firstLine] ?? lead ?? committee ?? agencies.intake
}

const nightBegins = 22
const nightEnds = 6

/** The urgency of one report: noise is urgent between 22:00 and 06:00. */
export function urgencyAt(category: CategoryUrgency, hour: number): Urgency {
  if (category !== 'urgent-at-night') return category
  return hour >= nightBegins || hour < nightEnds ? 'urgent' : 'normal'
}
