import { hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { demoPassword, demoSecondStep } from './rules/demo.ts'
import { refusePeople } from './rules/refusals.ts'
import type { DemoCitizen, DemoOfficer } from './store/seed-people.server.ts'
import { addCitizens, addOfficers } from './store/seed-people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** The people of the demo, as they stand in the database. */
export interface DemoPlayers {
  /** Ids in the order of the list. */
  readonly citizens: string[]
  readonly officers: { readonly personId: string; readonly agency: string; readonly role: string }[]
}

/**
 * Puts the invented people of the demo into the database, officers with the documented password and second step. Safe to
 * repeat. Refuses demo-only in production.
 */
export async function seedDemoPeople(
  context: Context<PeopleTables>,
  input: { citizens: readonly DemoCitizen[]; officers: readonly DemoOfficer[] },
): Promise<DemoPlayers> {
  allow(context, 'manage-officers')
  const { settings } = context.outside
  if (settings.mode === 'production') throw refusePeople('demo-only')
  const passwordHash = await hashPassword(demoPassword)
  const secret = await symmetricEncrypt({ key: settings.secret, data: demoSecondStep })
  const backupCodes = await symmetricEncrypt({ key: settings.secret, data: '[]' })
  return inTransaction(context, async ({ db, newId, now }) => ({
    citizens: await addCitizens(db, input.citizens, { newId, at: now() }),
    officers: await addOfficers(db, input.officers, { newId, at: now(), passwordHash, secret, backupCodes }),
  }))
}
