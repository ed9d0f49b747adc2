import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import type { MeView } from './rules/views.ts'
import { personBy } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** What the platform knows of the person who asks. */
export async function describeMe(context: Context<PeopleTables>): Promise<MeView> {
  allow(context, 'signed-in')
  const person = await personBy(context.db, context.actor.personId ?? '')
  if (!person) throw refusePeople('person-not-found')
  return {
    id: person.id,
    name: person.name,
    phone: person.phone,
    email: person.email.endsWith('.invalid') ? null : person.email,
    commune: person.commune_code,
    language: person.language,
    agency: context.actor.agency,
    named: person.name !== '',
  }
}
