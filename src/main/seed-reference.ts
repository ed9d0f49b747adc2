import { seedRoles } from '#people/seed-roles.ts'
import { seedPlaces } from '#places/seed-places.ts'
import type { Context } from '#platform/context.ts'
import type { AllTables } from './tables.ts'
import { seedQuestions } from '#reports/seed-questions.ts'
import { seedCategories } from '#reports/seed-categories.ts'
import { trainCategories } from '#reports/train-categories.ts'

/** Loads what every province needs before its first day: places, agencies, roles, categories and
 * what is learnt of them. Safe to repeat. */
export async function seedReference(context: Context<AllTables>): Promise<void> {
  await seedPlaces(context)
  await seedRoles(context)
  await seedCategories(context)
  await seedQuestions(context)
  await trainCategories(context)
}
