import { expect, test } from 'vitest'
import { benOanh, fileOne } from '../../tests/world/report-cast.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { listNearbyReports } from './list-nearby-reports.ts'
import { listNearbyReportsInput } from './rules/inputs.ts'

test('nearest first, within the radius, of the last 90 days', async () => {
  const w = await world()
  const near = await fileOne(w, { lat: 21.5922, lon: 105.8442 })
  const nearer = await fileOne(w)
  await fileOne(w, { lat: 21.6, lon: 105.86 })
  const ask = (more: object = {}) =>
    listNearbyReports(w.context(passerBy), listNearbyReportsInput.parse({ ...benOanh, ...more }))
  const { items } = await ask({ radiusMeters: 500 })
  expect(items.map((item) => item.code)).toEqual([nearer.code, near.code])
  expect(items[0]?.distanceMeters).toBe(0)
  expect(items[1]?.distanceMeters).toBeGreaterThan(20)
  expect((await ask({ radiusMeters: 5000 })).items).toHaveLength(3)
  expect((await ask({ category: 'noise' })).items).toEqual([])
  w.clock.set('2027-03-01T09:00:00+07:00')
  expect((await ask()).items).toEqual([])
})
