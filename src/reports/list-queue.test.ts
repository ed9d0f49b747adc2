import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, inWork, answeredOne } from '../../tests/world/report-cast.ts'
import { citizen, passerBy, world } from '../../tests/world/world.ts'
import { askForMore } from './ask-for-more.ts'
import { listQueue } from './list-queue.ts'
import { returnReport } from './return-report.ts'
import { listQueueInput } from './rules/inputs.ts'
import { queueFilters } from './rules/words.ts'
import { todayAtDesk } from './today-at-desk.ts'

test('every count equals its list, for an agency and for the province, also page by page', async () => {
  const w = await world()
  const first = await inWork(w)
  const { desk, ioc } = first
  await inWork(w, { text: 'Hàng quán bày kín vỉa hè trước cổng chợ.' })
  await answeredOne(w)
  await askForMore(desk, { code: (await inWork(w)).code, text: 'Bạn cho biết số nhà nhé?' })
  await returnReport(desk, { code: (await fileOne(w)).code, text: 'Tuyến này do sở quản lý.' })
  w.clock.set('2026-11-30T09:00:00+07:00')
  await fileOne(w, { category: 'electricity', answers: { 'wire-down': false } })
  await fileOne(w)
  w.clock.set('2026-11-30T18:00:00+07:00')
  for (const officer of [desk, ioc]) {
    for (const filter of queueFilters) {
      const codes = new Set<string>()
      let cursor: string | undefined
      let count: number
      do {
        const page = await listQueue(officer, listQueueInput.parse({ filter, limit: 2, cursor }))
        page.items.forEach((item) => codes.add(item.code))
        cursor = page.nextCursor ?? undefined
        count = page.counts[filter]
      } while (cursor)
      expect([filter, codes.size]).toEqual([filter, count])
    }
  }
  const { counts } = await todayAtDesk(desk)
  expect(counts).toMatchObject({
    all: 4,
    'to-accept': 1,
    'in-work': 2,
    'waiting-for-citizen': 1,
    late: 3,
    answered: 1,
  })
  expect((await todayAtDesk(ioc)).counts).toMatchObject({ all: 6, 'to-assign': 1 })
})

test('the most pressing comes first, and the officer’s own are marked', async () => {
  const w = await world()
  const slow = await inWork(w, { category: 'unpermitted-building' })
  const quick = await inWork(w)
  const queue = await listQueue(quick.desk, listQueueInput.parse({}))
  expect(queue.items.map((item) => item.code)).toEqual([quick.code, slow.code])
  expect(queue.items.map((item) => item.mine)).toEqual([true, false])
  w.clock.set('2026-11-25T09:00:00+07:00')
  const later = await listQueue(quick.desk, listQueueInput.parse({ q: 'ben oanh o ga' }))
  expect(later.items[0]?.clockUsedPercent).toBe(27)
})

test('only officers, and only of their own agency', async () => {
  const w = await world()
  const { agency, desk } = await fileOne(w)
  await expectRefused(listQueue(w.context(passerBy), listQueueInput.parse({})), 'sign-in-first')
  await expectRefused(
    listQueue(w.context(citizen(w.context().newId())), listQueueInput.parse({})),
    'not-permitted',
  )
  await expectRefused(listQueue(desk, listQueueInput.parse({ agency: 'so-y-te' })), 'not-permitted')
  const other = await listQueue(deskOf(w, 'so-y-te'), listQueueInput.parse({}))
  expect(other.items).toEqual([])
  const asked = await listQueue(deskOf(w, 'ioc'), listQueueInput.parse({ agency }))
  expect(asked.items).toHaveLength(1)
})
