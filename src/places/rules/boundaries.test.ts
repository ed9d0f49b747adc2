import { describe, expect, it } from 'vitest'
import { readBoundaries } from './boundaries.ts'
import type { CommuneOnMap } from './locate.ts'
import { crossesItself } from './ring.ts'

const box = { west: 105, south: 21, east: 106, north: 22 }
const communes: CommuneOnMap[] = ['05443', '05467'].map((code) => ({ code, lat: 21.5, lon: 105.5, box }))
const square = [
  [105, 21],
  [106, 21],
  [106, 22],
  [105, 22],
  [105, 21],
]
const feature = (more: object = {}) => ({
  type: 'Feature',
  id: '05443',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [square] },
  ...more,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const polygon = (...rings: unknown[]) => ({ geometry: { type: 'Polygon', coordinates: rings } })

describe('reading a file of boundaries', () => {
  it('takes polygons and multipolygons, by id or by property, and leaves heights out', () => {
    const other = feature({
      id: undefined,
      properties: { code: '05467' },
      geometry: { type: 'MultiPolygon', coordinates: [[square.map(([lon, lat]) => [lon, lat, 40])]] },
    })
    const { boundaries, problems } = readBoundaries(collection(feature(), other), communes)
    expect(problems).toEqual([])
    expect(boundaries).toEqual([
      { code: '05443', box, polygons: [[square]] },
      { code: '05467', box, polygons: [[square]] },
    ])
  })

  it.each<[string, unknown, string]>([
    ['nothing', null, 'not-collection'],
    ['a lone feature', feature(), 'not-collection'],
    ['features that are no list', { type: 'FeatureCollection', features: {} }, 'not-collection'],
    ['an empty collection', collection(), 'no-features'],
    ['too many features', collection(...Array.from({ length: 501 }, () => feature())), 'too-many-features'],
    ['no feature', collection(5), 'not-feature'],
    ['a code that is a number', collection(feature({ id: 5443 })), 'no-code'],
    ['a code nobody has', collection(feature({ id: '99999' })), 'code-unknown'],
    ['a code twice', collection(feature(), feature()), 'code-twice'],
    ['a point', collection(feature({ geometry: { type: 'Point', coordinates: [105, 21] } })), 'not-polygon'],
    ['no geometry', collection(feature({ geometry: null })), 'not-polygon'],
    ['an empty polygon', collection(feature(polygon())), 'not-polygon'],
    [
      'a line',
      collection(
        feature(
          polygon([
            [105, 21],
            [106, 22],
            [105, 21],
          ]),
        ),
      ),
      'ring-short',
    ],
    ['an open ring', collection(feature(polygon(square.slice(0, 4)))), 'ring-open'],
    [
      'latitude and longitude swapped',
      collection(feature(polygon(square.map(([lon, lat]) => [lat, lon])))),
      'point-wrong',
    ],
    ['a text for a number', collection(feature(polygon([['105', 21], ...square.slice(1)]))), 'point-wrong'],
    ['no number', collection(feature(polygon([[Number.NaN, 21], ...square.slice(1)]))), 'point-wrong'],
    [
      'a bow tie',
      collection(
        feature(
          polygon([
            [105, 21],
            [106, 22],
            [106, 21],
            [105, 22],
            [105, 21],
          ]),
        ),
      ),
      'ring-crosses-itself',
    ],
    [
      'a polygon in another place',
      collection(feature(polygon(square.map(([lon = 0, lat = 0]) => [lon + 2, lat])))),
      'elsewhere',
    ],
  ])('refuses %s', (_what, file, mistake) => {
    const { boundaries, problems } = readBoundaries(file, communes)
    expect(boundaries).toEqual([])
    expect(problems[0]?.mistake).toBe(mistake)
  })

  it('names every mistake with its place', () => {
    const { problems } = readBoundaries(
      collection(feature({ geometry: null }), feature({ id: 'x' })),
      communes,
    )
    expect(problems).toEqual([
      { path: 'features.0.geometry', mistake: 'not-polygon', code: '05443' },
      { path: 'features.1', mistake: 'code-unknown', code: 'x' },
    ])
  })
})

describe('a ring that crosses itself', () => {
  it('does not when it touches itself in a point', () => {
    const ring = [
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 1],
      [0, 0],
    ] as const
    expect(crossesItself(ring)).toBe(false)
  })

  it('is told of twenty thousand points at once', () => {
    const count = 20_000
    const circle = Array.from({ length: count + 1 }, (_, at) => {
      const angle = (2 * Math.PI * (at % count)) / count
      return [Math.cos(angle), Math.sin(angle)] as const
    })
    expect(crossesItself(circle)).toBe(false)
    const [one = [0, 0], other = [0, 0]] = [circle[5], circle[9000]]
    const swapped = circle.map((point, at) => (at === 5 ? other : at === 9000 ? one : point))
    expect(crossesItself(swapped)).toBe(true)
  })
})
