import { seedRoles } from '#people/seed-roles.ts'
import { seedPlaces } from '#places/seed-places.ts'
import type { Context } from '#platform/context.ts'
import type { AllTables } from './tables.ts'
import { seedQuestions } from '#reports/seed-questions.ts'
import { seedCategories } from '#reports/seed-categories.ts'

/** Loads what every province needs before its first day: places, agencies, categories, roles. Safe to repeat. */
export async function seedReference(context: Context<AllTables>): Promise<void> {
  await seedPlaces(context)
  await seedRoles(context)
  await seedCategories(context)
  await seedQuestions(context)
}
