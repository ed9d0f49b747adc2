import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Boundary } from './locate.ts'
import { outlinesOf } from './outline.ts'

type Ring = [number, number][]

const boundary = (...rings: Ring[]): Boundary => ({
  code: '05443',
  box: { west: 105, south: 21, east: 107, north: 23 },
  polygons: [rings],
})

const outlineOf = (of: Boundary) => outlinesOf([of])[0]?.outline ?? []

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

test('corners that nobody would see are left out, the shape stays', () => {
  const [west, south] = [105.8, 21.5]
  const along: Ring = Array.from({ length: 100 }, (_, at) => [west + at / 1000, south + (at % 2) / 10_000])
  const ring: Ring = [...along, [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
  const outline = outlineOf(boundary(ring))
  expect(outline[0]?.[0]?.length).toBeLessThan(8)
  expect(outline[0]?.[0]).toEqual(
    expect.arrayContaining([
      [105.9, 21.6],
      [105.8, 21.6],
    ]),
  )
})

test('a border that two share stays one border', () => {
  const border: Ring = Array.from({ length: 60 }, (_, at) => [105.9 + ((at * 7) % 5) / 1000, 21.5 + at / 600])
  const west: Ring = [[105.8, 21.5], ...border, [105.8, 21.6], [105.8, 21.5]]
  const east: Ring = [[106, 21.6], ...border.toReversed(), [106, 21.5], [106, 21.6]]
  const drawn = outlinesOf([boundary(west), { ...boundary(east), code: '05446' }])
  const shared = drawn.map(({ outline }) =>
    (outline[0]?.[0] ?? []).filter(([lon]) => lon >= 105.9 && lon < 105.99).map(String),
  )
  expect(shared[0]?.length).toBeGreaterThan(2)
  expect(shared[0]?.length).toBeLessThan(60)
  expect(shared[1]).toEqual(shared[0]?.toReversed())
})

test('a hole that can be seen stays, a small one is left out', () => {
  const outer = square(105.8, 21.5, 0.2)
  expect(outlineOf(boundary(outer, square(105.85, 21.55, 0.05)))[0]).toHaveLength(2)
  expect(outlineOf(boundary(outer, square(105.85, 21.55, 0.0005)))[0]).toHaveLength(1)
})

test('a commune smaller than what is seen keeps its shape', () => {
  expect(outlineOf(boundary(square(105.8, 21.5, 0.0005)))).toEqual([
    [square(105.8, 21.5, 0.0005).map(([lon, lat]) => [Number(lon.toFixed(4)), Number(lat.toFixed(4))])],
  ])
})

test('rings stay closed, and no corner is invented', () => {
  const degrees = fc.double({ min: 0, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees, degrees), { minLength: 3, maxLength: 60 }), (corners) => {
      const placed: Ring = corners.map(([lon, lat]) => [
        Number((105.8 + lon).toFixed(4)),
        Number((21.5 + lat).toFixed(4)),
      ])
      const ring: Ring = [...placed, placed[0] ?? [105.8, 21.5]]
      for (const drawn of outlineOf(boundary(ring)).flat()) {
        expect(drawn[0]).toEqual(drawn.at(-1))
        expect(ring).toEqual(expect.arrayContaining(drawn))
      }
    }),
  )
})
