import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, inWork } from '../../tests/world/report-cast.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { listFilters } from './list-filters.ts'
import { listQueue } from './list-queue.ts'
import { removeFilter } from './remove-filter.ts'
import { saveFilterInput } from './rules/batches.ts'
import { listQueueInput } from './rules/inputs.ts'
import { saveFilter } from './save-filter.ts'

test('a filter counts what its list holds, without accents, for whoever looks', async () => {
  const w = await world()
  const { agency, desk } = await fileOne(w)
  await fileOne(w, { text: 'Hàng quán bày kín vỉa hè trước cổng chợ.' })
  await inWork(w)
  const colleague = deskOf(w, agency)
  const kept = [
    { name: 'Ổ gà', q: 'o ga', shared: true },
    { name: 'Vỉa hè', q: 'via he cong cho' },
    { name: 'Chờ nhận', filter: 'to-accept' },
    { name: 'Không có', q: 'khong co gi', category: 'road-damage' },
  ]
  for (const one of kept) await saveFilter(desk, saveFilterInput.parse(one))
  const { items } = await listFilters(desk, {})
  expect(new Map(items.map(({ name, count }) => [name, count]))).toEqual(
    new Map([
      ['Ổ gà', 2],
      ['Vỉa hè', 1],
      ['Chờ nhận', 2],
      ['Không có', 0],
    ]),
  )
  for (const { filter, commune, category, q, count } of items) {
    const asked = {
      filter,
      commune: commune ?? undefined,
      category: category ?? undefined,
      q: q ?? undefined,
    }
    const list = await listQueue(desk, listQueueInput.parse({ ...asked, limit: 200 }))
    expect([q, list.items.length]).toEqual([q, count])
  }
  expect((await listFilters(colleague, {})).items).toMatchObject([{ name: 'Ổ gà', mine: false, count: 2 }])
  expect((await listFilters(deskOf(w, 'so-y-te'), {})).items).toEqual([])
})

test('the same name changes it; only its owner removes it', async () => {
  const w = await world()
  const { agency, desk, other } = await fileOne(w)
  const first = await saveFilter(desk, saveFilterInput.parse({ name: 'Của tôi', shared: true }))
  const again = await saveFilter(
    desk,
    saveFilterInput.parse({ name: 'Của tôi', filter: 'late', shared: true }),
  )
  expect(again).toMatchObject({ filter: 'late', count: 0 })
  expect((await listFilters(desk, {})).items).toHaveLength(1)
  await expectRefused(removeFilter(deskOf(w, agency), { id: first.id }), 'filter-not-found')
  await removeFilter(desk, { id: again.id })
  expect((await listFilters(desk, {})).items).toEqual([])
  await expectRefused(listFilters(other, {}), 'sign-in-first')
  expect(w.context(passerBy).actor.personId).toBeNull()
})
