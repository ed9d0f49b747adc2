import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceMetres } from './commune.ts'
import type { Boundary, CommuneOnMap, Polygon } from './locate.ts'
import { isInBoundary, locateByBoundary, locateByNearest } from './locate.ts'

const square = (west: number, south: number, size: number): Polygon[number] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const boundary = (code: string, west: number, ...holes: Polygon[number][]): Boundary => ({
  code,
  box: { west, south: 21, east: west + 0.1, north: 21.1 },
  polygons: [[square(west, 21, 0.1), ...holes]],
})
const left = boundary('left', 105)
const right = boundary('right', 105.1)
const at = (lon: number, lat = 21.05) => ({ lat, lon })

describe('by boundary', () => {
  it.each<[string, number, string, string[]]>([
    ['deep inside', 105.05, 'left', []],
    ['near the border', 105.099, 'left', ['right']],
    ['on the other side of it', 105.101, 'right', ['left']],
    ['301 m from it', 105.0971, 'left', []],
  ])('%s', (_what, lon, code, alternatives) => {
    expect(locateByBoundary(at(lon), [left, right])).toEqual({ code, how: 'boundary', alternatives })
  })

  it('a border belongs to one side only', () => {
    expect([left, right].filter((one) => isInBoundary(at(105.1), one))).toHaveLength(1)
  })

  it('a hole is not inside', () => {
    const holed = boundary('holed', 105, square(105.04, 21.04, 0.02))
    expect(isInBoundary(at(105.05), holed)).toBe(false)
    expect(isInBoundary(at(105.03), holed)).toBe(true)
  })

  it('just outside of all is the nearest, farther is nowhere', () => {
    expect(locateByBoundary(at(104.9995), [left, right])).toEqual({
      code: 'left',
      how: 'nearest',
      alternatives: [],
    })
    expect(locateByBoundary(at(104.998), [left, right])).toBeNull()
  })

  it('a gap of some metres between two asks between them', () => {
    const shifted: Boundary = { ...boundary('right', 105.1002), box: { ...right.box, east: 105.2002 } }
    expect(locateByBoundary(at(105.1001), [left, shifted])).toMatchObject({
      how: 'nearest',
      alternatives: [expect.any(String)],
    })
  })
})

describe('by the nearest centre', () => {
  const commune = (code: string, lon: number): CommuneOnMap => ({
    code,
    lat: 21.05,
    lon,
    box: { west: 105, south: 21, east: 105.2, north: 21.1 },
  })
  const communes = [commune('left', 105.05), commune('right', 105.15)]

  it.each<[string, number, string, string[]]>([
    ['at a centre', 105.05, 'left', []],
    ['a little nearer to one', 105.098, 'left', ['right']],
    ['clearly nearer to one', 105.13, 'right', []],
  ])('%s', (_what, lon, code, alternatives) => {
    expect(locateByNearest(at(lon), communes)).toEqual({ code, how: 'nearest', alternatives })
  })

  it('outside every box is nowhere', () => {
    expect(locateByNearest(at(105.3), communes)).toBeNull()
  })
})

describe('distance over the ground', () => {
  it('a degree of latitude is 111 km', () => {
    expect(distanceMetres(at(105, 21), at(105, 22))).toBeCloseTo(111_195, -1)
  })

  it('is the same both ways, and none to itself', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 3)
        expect(distanceMetres(a, a)).toBe(0)
      }),
    )
  })
})
