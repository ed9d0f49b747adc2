import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PeopleTables, SessionRow } from './tables.ts'

type Database = Kysely<PeopleTables>

/** Who a session's token belongs to, and what they may do: everything a request needs, in one look. */
export interface SessionPerson {
  readonly personId: string
  readonly agency: string | null
  readonly permissions: string[] | null
  readonly twoFactor: boolean
  /** The session began with both steps. */
  readonly twoSteps: boolean
  readonly since: Temporal.Instant
}

export async function personOfSession(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<SessionPerson | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('officers', (join) =>
      join.onRef('officers.person_id', '=', 'people.id').on('officers.withdrawn_at', 'is', null),
    )
    .leftJoin('roles', 'roles.code', 'officers.role')
    .select([
      'people.id as personId',
      'officers.agency as agency',
      'roles.permissions as permissions',
      'people.two_factor_enabled as twoFactor',
      'sessions.two_steps as twoSteps',
      'sessions.created_at as since',
    ])
    .where('sessions.token', '=', token)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst()
}

/** A person's sessions, newest first, that still last. */
export async function sessionsOf(
  db: Database,
  personId: string,
  page: { now: Temporal.Instant; before: { at: string; id: string } | null; limit: number },
): Promise<SessionRow[]> {
  let query = db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', page.now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  const { before } = page
  if (before)
    query = query.where(sql<boolean>`(created_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return query.execute()
}

export async function endSession(db: Database, personId: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function endSessionsOf(db: Database, personId: string): Promise<void> {
  await db.deleteFrom('sessions').where('person_id', '=', personId).execute()
}
