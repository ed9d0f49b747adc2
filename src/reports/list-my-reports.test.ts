import { expect, test } from 'vitest'
import { stranger } from '#platform/actor.ts'
import { fileOne } from '../../tests/world/report-cast.ts'
import { citizen, passerBy, world } from '../../tests/world/world.ts'
import { listMyReports } from './list-my-reports.ts'

test('mine are those of my account and of my receipts, nobody else’s', async () => {
  const w = await world()
  const person = citizen(w.context().newId())
  const named = await fileOne(w, {}, w.context(person))
  const [guest, other] = [await fileOne(w), await fileOne(w)]
  const both = w.context({ ...person, receipts: [guest.receiptKey, 'not-a-receipt'] })
  const codes = async (context = both) =>
    (await listMyReports(context, { limit: 10 })).items.map((item) => item.code)
  expect((await codes()).sort()).toEqual([named.code, guest.code].sort())
  expect(await codes(w.context(stranger([other.receiptKey])))).toEqual([other.code])
  expect(await codes(w.context(passerBy))).toEqual([])
})
