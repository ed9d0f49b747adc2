import type { Insertable, Kysely } from 'kysely'
import { presentCodeSystem } from '../rules/code-system.ts'
import type { PeopleTables, PersonRow, RoleRow } from './tables.ts'

type Database = Kysely<PeopleTables>

export interface DemoCitizen {
  readonly name: string
  readonly phone: string
  readonly commune: string
  readonly language: 'vi' | 'en'
}

export interface DemoOfficer {
  readonly name: string
  readonly email: string
  readonly agency: string
  readonly role: string
}

interface Making {
  readonly newId: () => string
  readonly at: Temporal.Instant
}

export async function saveRoles(db: Database, roles: readonly RoleRow[]): Promise<void> {
  await db
    .insertInto('roles')
    .values([...roles])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Citizens by their phones; gives their ids in the order of the list, also of those who were there. */
export async function addCitizens(
  db: Database,
  citizens: readonly DemoCitizen[],
  making: Making,
): Promise<string[]> {
  if (citizens.length === 0) return []
  const rows = citizens.map((citizen) => ({
    ...personRow(making),
    name: citizen.name,
    email: `${citizen.phone.replace('+', '')}@phone.invalid`,
    phone: citizen.phone,
    phone_verified: true,
    commune_code: citizen.commune,
    commune_system: presentCodeSystem,
    language: citizen.language,
  }))
  await addPeople(db, rows)
  const found = await db
    .selectFrom('people')
    .select(['id', 'phone'])
    .where(
      'phone',
      'in',
      citizens.map((citizen) => citizen.phone),
    )
    .execute()
  const ids = new Map(found.map(({ id, phone }) => [phone, id]))
  return citizens.map((citizen) => ids.get(citizen.phone) ?? '')
}

/** Officers by their addresses, each with a password, a second step, an agency and a role. */
export async function addOfficers(
  db: Database,
  officers: readonly DemoOfficer[],
  making: Making & { passwordHash: string; secret: string; backupCodes: string },
): Promise<{ personId: string; agency: string; role: string }[]> {
  if (officers.length === 0) return []
  const rows = officers.map((officer) => ({
    ...personRow(making),
    name: officer.name,
    email: officer.email,
    email_verified: true,
    two_factor_enabled: true,
  }))
  await addPeople(db, rows)
  const found = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where(
      'email',
      'in',
      officers.map((officer) => officer.email),
    )
    .execute()
  const ids = new Map(found.map(({ id, email }) => [email, id]))
  const added = officers.map((officer) => ({
    personId: ids.get(officer.email) ?? '',
    agency: officer.agency,
    role: officer.role,
  }))
  for (const officer of added) await addCredentials(db, officer, making)
  return added
}

async function addCredentials(
  db: Database,
  officer: { personId: string; agency: string; role: string },
  making: Making & { passwordHash: string; secret: string; backupCodes: string },
): Promise<void> {
  const { newId, at, passwordHash, secret, backupCodes } = making
  const { personId, agency, role } = officer
  const made = await db
    .insertInto('officers')
    .values({ person_id: personId, agency, role, added_at: at, withdrawn_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (!made) return
  await db
    .insertInto('accounts')
    .values({
      id: newId(),
      person_id: personId,
      provider: 'credential',
      subject: personId,
      password: passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await db
    .insertInto('second_factors')
    .values({ id: newId(), person_id: personId, secret, backup_codes: backupCodes, verified: true })
    .execute()
}

function personRow({ newId, at }: Making): Insertable<PersonRow> {
  return {
    id: newId(),
    name: '',
    email: '',
    email_verified: false,
    phone: null,
    phone_verified: false,
    two_factor_enabled: false,
    commune_code: null,
    commune_system: null,
    language: 'vi',
    created_at: at,
    updated_at: at,
  }
}

async function addPeople(db: Database, rows: readonly Insertable<PersonRow>[]): Promise<void> {
  await db
    .insertInto('people')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
