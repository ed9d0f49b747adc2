import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import { officerBy } from './store/officers.server.ts'
import { personBy } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** The officer who asks: name, role in their language, code of the agency. Refuses officer-not-found. */
export async function describeOfficer(
  context: Context<PeopleTables>,
): Promise<{ name: string; role: string; agency: string }> {
  allow(context, 'signed-in')
  const id = context.actor.personId ?? ''
  const [person, officer] = await Promise.all([personBy(context.db, id), officerBy(context.db, id)])
  if (!person || !officer) throw refusePeople('officer-not-found')
  return {
    name: person.name,
    role: context.language === 'en' ? officer.en : officer.vi,
    agency: officer.agency,
  }
}
