import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { decideAdmission, fillGaps } from './rules/admission.ts'
import { presentCodeSystem } from './rules/code-system.ts'
import type { ProviderClaims } from './rules/provider-claims.ts'
import {
  addPerson,
  addSubject,
  fillPerson,
  lockHolder,
  personOfSubject,
} from './store/provider-people.server.ts'
import type { PeopleTables, PersonRow } from './store/tables.ts'

/** Somebody whom the identity provider vouches for; `subject` is unique over all providers there ever were. */
export interface ProviderPerson {
  readonly subject: string
  /** `commune` is a code of today here, or null. */
  readonly claims: ProviderClaims
}

/**
 * Finds or makes the person whom the identity provider sends: who came with that subject before, or has the phone
 * number that the provider vouches for, or somebody new. Fills gaps, and never changes what people said themselves.
 * Gives the address by which the sign-in library knows the person.
 */
export async function admitProviderPerson(
  context: Context<PeopleTables>,
  input: ProviderPerson,
): Promise<{ personId: string; email: string }> {
  allow(context, 'anyone')
  return inTransaction(context, async (context) => {
    const { db, newId, now } = context
    const { subject, claims } = input
    const known = await personOfSubject(db, subject)
    const holder = known || claims.phone === null ? undefined : await lockHolder(db, claims.phone)
    const admission = decideAdmission({
      known: known !== undefined,
      phone: claims.phone,
      holder: holder ? { phoneVerified: holder.person.phone_verified, officer: holder.officer } : null,
    })
    const person =
      admission.as === 'new'
        ? await addNew(context, { ...input, claims: { ...claims, phone: admission.phone } })
        : (known ?? holder?.person)
    if (!person) throw new Error('nobody to admit')
    if (!known) await addSubject(db, { id: newId(), personId: person.id, subject, at: now() })
    await fill(context, person, claims)
    return { personId: person.id, email: person.email }
  })
}

async function fill({ db }: Context<PeopleTables>, person: PersonRow, claims: ProviderClaims): Promise<void> {
  const { name, commune } = fillGaps({ name: person.name, commune: person.commune_code }, claims)
  if (name === person.name && commune === person.commune_code) return
  const system = commune === person.commune_code ? person.commune_system : presentCodeSystem
  await fillPerson(db, person.id, { name, commune_code: commune, commune_system: system })
}

/** A new person; without their phone number when somebody took it in this very moment. */
async function addNew(context: Context<PeopleTables>, input: ProviderPerson): Promise<PersonRow | undefined> {
  const { db, newId, now } = context
  const { name, phone, commune } = input.claims
  const row: PersonRow = {
    id: newId(),
    name: name ?? '',
    email: emailOf(input.subject),
    email_verified: false,
    phone,
    phone_verified: phone !== null,
    two_factor_enabled: false,
    commune_code: commune,
    commune_system: commune === null ? null : presentCodeSystem,
    language: context.language,
    created_at: now(),
    updated_at: now(),
  }
  return (await addPerson(db, row)) ?? addPerson(db, { ...row, phone: null, phone_verified: false })
}

/** The sign-in library wants an address; this one cannot be written to, and no provider can choose it. */
function emailOf(subject: string): string {
  return `${createHash('sha256').update(subject).digest('hex').slice(0, 40)}@oidc.invalid`
}
