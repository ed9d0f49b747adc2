import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PeopleTables, PhoneCodeRow, SmsOutboxRow } from './tables.ts'

type Database = Kysely<PeopleTables>

/** A new code ends the ones sent to the phone before. */
export async function savePhoneCode(db: Database, row: PhoneCodeRow): Promise<void> {
  await db.deleteFrom('phone_codes').where('phone', '=', row.phone).execute()
  await db.insertInto('phone_codes').values(row).execute()
}

/** The phone's code, locked, while it is valid. */
export async function lockPhoneCode(
  db: Database,
  phone: string,
  now: Temporal.Instant,
): Promise<PhoneCodeRow | undefined> {
  return db
    .selectFrom('phone_codes')
    .selectAll()
    .where('phone', '=', phone)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

export async function removePhoneCode(db: Database, id: string): Promise<void> {
  await db.deleteFrom('phone_codes').where('id', '=', id).execute()
}

export async function sweepPeople(db: Database, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('phone_codes').where('expires_at', '<', now).execute()
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await sql`delete from verifications where expires_at < ${now}`.execute(db)
}

/** What the demo would have sent, newest first. */
export async function outboxBefore(
  db: Database,
  page: { before: { at: string; id: string } | null; limit: number },
): Promise<SmsOutboxRow[]> {
  let query = db
    .selectFrom('sms_outbox')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  const { before } = page
  if (before)
    query = query.where(sql<boolean>`(created_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
  return query.execute()
}
