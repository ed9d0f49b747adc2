import { expect, test } from 'vitest'
import { readHouse } from './house.ts'
import { manners } from './manners.ts'

const house = readHouse()

test.each(manners.map((manner) => [manner.name, manner] as const))('%s', (_name, manner) => {
  expect(manner.find(house)).toEqual([])
})
