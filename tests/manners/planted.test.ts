import { describe, expect, test } from 'vitest'
import { manners } from './manners.ts'
import { houseOf, plants } from './planted.ts'

describe('a house that breaks one manner is told so', () => {
  test.each(Object.entries(plants))('%s …', (begins, plant) => {
    const manner = manners.find((one) => one.name.startsWith(begins))
    expect(manner?.find(houseOf(plant))).not.toEqual([])
  })
})

test('every manner was broken once', () => {
  const broken = manners.filter((one) => Object.keys(plants).some((begins) => one.name.startsWith(begins)))
  expect(manners.filter((one) => !broken.includes(one)).map((one) => one.name)).toEqual([])
})
