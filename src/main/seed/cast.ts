import type { Actor } from '#platform/actor.ts'
import { provinceIntake } from '#reports/rules/permissions.ts'
import type { ReportStory } from './compose-reports.ts'
import type { StoryData } from './story-data.ts'
import type { StoryPart } from './story-steps.ts'

/** Who plays in the stories. */
export interface Cast {
  /** By the place in the list of citizens. */
  citizen(index: number): Actor
  officer(agency: string, part: Exclude<StoryPart, 'citizen'>): Actor
  /** The agency that leads the field of a report. */
  leadOf(story: ReportStory): string
  /** An agency it might go to instead. */
  otherThan(agency: string): string
}

export interface Players {
  /** Ids of the citizens, in their order. */
  readonly citizens: readonly string[]
  readonly officers: readonly { readonly personId: string; readonly agency: string; readonly role: string }[]
}

type Part = Exclude<StoryPart, 'citizen'>

const permissionsOf: Readonly<Record<Part, readonly string[]>> = {
  intake: ['intake-reports', 'handle-reports'],
  agency: ['handle-reports'],
  head: ['handle-reports', 'approve-reports'],
}
const rolesOf: Readonly<Record<Part, readonly string[]>> = {
  intake: ['intake', 'intake-lead'],
  agency: ['officer', 'head'],
  head: ['head', 'officer'],
}

/** Agencies without an officer in the demo are played by somebody unnamed. */
export function makeCast(players: Players, data: Pick<StoryData, 'categories'>): Cast {
  const leads = new Map(data.categories.map(({ code, lead }) => [code, lead]))
  return {
    citizen: (index) => ({
      kind: 'citizen',
      personId: players.citizens[index] ?? null,
      agency: null,
      permissions: new Set(),
      receipts: [],
    }),
    officer: (agency, part) => ({
      kind: 'officer',
      personId: findOfficer(players, agency, part),
      agency,
      permissions: new Set(agency === provinceIntake ? allOfIntake : permissionsOf[part]),
      receipts: [],
    }),
    leadOf: ({ text, commune }) => {
      const lead = leads.get(text.category) ?? 'commune'
      return lead === 'commune' ? `ubnd-${commune}` : lead
    },
    otherThan: (agency) => (agency === 'van-phong-ubnd' ? 'thanh-tra-tinh' : 'van-phong-ubnd'),
  }
}

const allOfIntake = ['intake-reports', 'handle-reports', 'approve-reports']

function findOfficer({ officers }: Players, agency: string, part: Part): string | null {
  const colleagues = officers.filter((officer) => officer.agency === agency)
  for (const role of rolesOf[part]) {
    const found = colleagues.find((officer) => officer.role === role)
    if (found) return found.personId
  }
  return null
}
