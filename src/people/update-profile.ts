import type { Context } from '#platform/context.ts'
import { allow, inTransaction } from '#platform/context.ts'
import { presentCodeSystem } from './rules/code-system.ts'
import type { UpdateProfile } from './rules/inputs.ts'
import { refusePeople } from './rules/refusals.ts'
import { personBy, saveProfile } from './store/people.server.ts'
import type { PeopleTables } from './store/tables.ts'

/** A person says their name, and if they like their commune and language. */
export async function updateProfile(
  context: Context<PeopleTables>,
  input: UpdateProfile,
): Promise<{ done: true }> {
  allow(context, 'signed-in')
  return inTransaction(context, async ({ db, actor }) => {
    const person = await personBy(db, actor.personId ?? '')
    if (!person) throw refusePeople('person-not-found')
    await saveProfile(db, person.id, {
      name: input.name,
      commune_code: input.commune ?? null,
      commune_system: input.commune ? presentCodeSystem : null,
      language: input.language ?? person.language,
    })
    return { done: true as const }
  })
}
