import type { Context } from '#platform/context.ts'
import { allow } from '#platform/context.ts'
import { refusePeople } from './rules/refusals.ts'
import { personBy } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/**
 * Name and phone of a person. Whoever calls this has decided that the reader may know them, and logs it. Refuses
 * person-not-found.
 */
export async function findPerson(
  context: Context<PeopleTables>,
  input: { id: string },
): Promise<{ id: string; name: string; phone: string | null }> {
  allow(context, 'signed-in')
  const person = await personBy(context.db, input.id)
  if (!person) throw refusePeople('person-not-found')
  return { id: person.id, name: person.name, phone: person.phone }
}
