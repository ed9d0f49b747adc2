import { z } from 'zod'
import { sendNotice } from '#notices/send-notice.ts'
import { systemActor } from '#platform/actor.ts'
import type { Context, Reaction } from '#platform/context.ts'
import { allow, enqueue, inTransaction } from '#platform/context.ts'
import { listFollowingPeople } from '#reports/list-following-people.ts'
import type { ReportEvent } from '#reports/reports.events.ts'
import type { AllTables } from './tables.ts'

/** What followers are told, by what happened to the report. */
const told = {
  'report-started': 'followed-started',
  'report-answered': 'followed-answered',
  'report-reopened': 'followed-reopened',
  'report-closed': 'followed-closed',
} as const

const kinds = Object.keys(told) as (keyof typeof told)[]
const peopleAtOnce = 500

export const tellFollowersInput = z.strictObject({
  code: z.string(),
  kind: z.enum(kinds),
  /** The reporter hears of it anyway. */
  except: z.uuid().nullable(),
  after: z.uuid().nullable(),
})

/** Those who follow a report hear of it; where anybody does, by a job, because they may be thousands. */
export const followerNotices: readonly Reaction[] = kinds.map((kind) => ({
  on: kind,
  run: async (context, event) => {
    const { code, personId } = event as ReportEvent
    const asked = { code, after: null, limit: 1 }
    const world = { ...context, actor: systemActor } as Context<AllTables>
    const [somebody] = await listFollowingPeople(world, asked)
    if (somebody === undefined) return
    await enqueue(context, 'tell-followers', { data: { code, kind, except: personId, after: null } })
  },
}))

/** Puts the notice into the inboxes of some followers and leaves the rest to the next job. */
export async function tellFollowers(
  context: Context<AllTables>,
  input: z.output<typeof tellFollowersInput>,
): Promise<void> {
  allow(context, 'intake-reports')
  await inTransaction(context, async (context) => {
    const people = await listFollowingPeople(context, { ...input, limit: peopleAtOnce })
    const last = people.at(-1)
    if (last === undefined) return
    const { code, kind } = input
    const personIds = people.filter((personId) => personId !== input.except)
    await sendNotice(context, { personIds, kind: told[kind], subject: code, params: { code } })
    if (people.length < peopleAtOnce) return
    await enqueue(context, 'tell-followers', { data: { ...input, after: last } })
  })
}
