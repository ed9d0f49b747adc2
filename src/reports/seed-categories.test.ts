import { expect, test } from 'vitest'
import { world } from '../../tests/world/world.ts'
import { listCategories } from './list-categories.ts'
import { seedCategories } from './seed-categories.ts'

test('25 categories; loading them again keeps what officers changed', async () => {
  const w = await world()
  await w.db
    .updateTable('report_categories')
    .set({ en: 'Potholes' })
    .where('code', '=', 'road-damage')
    .execute()
  await seedCategories(w.context())
  const { items } = await listCategories(w.context(undefined, 'en'))
  expect(items).toHaveLength(25)
  expect(items[0]).toMatchObject({
    code: 'road-damage',
    name: 'Potholes',
    needsProof: true,
    anonymousAllowed: true,
  })
  const named = items.filter((item) => !item.anonymousAllowed).map((item) => item.code)
  expect(named.sort()).toEqual(['business-support', 'civil-service', 'ideas', 'labour-insurance'])
  expect(await w.db.selectFrom('report_limits').select('id').execute()).toHaveLength(4)
})
