import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TestWorld } from '../../tests/world/world.ts'
import { officer, passerBy, world } from '../../tests/world/world.ts'
import { findCommune } from './find-commune.ts'
import { importBoundaries } from './import-boundaries.ts'
import { listOutlines } from './list-outlines.ts'
import { locatePlace } from './locate-place.ts'
import { searchCommunes } from './search-communes.ts'

type Ring = [number, number][]
interface Area {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Ring[] }
}

let w: TestWorld
beforeEach(async () => {
  w = await world()
})

/** A square of half a kilometre or so around a commune's centre. */
async function squareAround(slug: string, size = 0.005): Promise<Area> {
  const { code, lat, lon } = await findCommune(w.context(passerBy), { slug })
  const ring: Ring = [
    [lon - size, lat - size],
    [lon + size, lat - size],
    [lon + size, lat + size],
    [lon - size, lat + size],
    [lon - size, lat - size],
  ]
  return { type: 'Feature', id: code, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const locate = (point: { lat: number; lon: number }) => locatePlace(w.context(passerBy), point)

describe('importing boundaries', () => {
  it('places are found by them at once, also by another process', async () => {
    const before = await findCommune(w.context(passerBy), { slug: 'gia-sang' })
    expect(await locate(before)).toMatchObject({ how: 'nearest' })
    const done = await importBoundaries(w.context(), { file: collection(await squareAround('gia-sang')) })
    expect(done).toMatchObject({ communes: 1 })
    expect(done.without).toHaveLength(91)
    expect(await locate(before)).toEqual({
      commune: { code: before.code, codeSystem: 'gso-2025-07', name: 'Phường Gia Sàng', slug: 'gia-sang' },
      how: 'boundary',
      alternatives: [],
    })
  })

  it('a commune without a boundary is still found by its centre', async () => {
    await importBoundaries(w.context(), { file: collection(await squareAround('gia-sang')) })
    const other = await findCommune(w.context(passerBy), { slug: 'duc-xuan' })
    expect(await locate(other)).toMatchObject({ how: 'nearest', commune: { slug: 'duc-xuan' } })
  })

  it('maps get light shapes of what was imported, and none before', async () => {
    expect(await listOutlines(w.context(passerBy))).toEqual({ items: [], nextCursor: null })
    const square = await squareAround('gia-sang')
    await importBoundaries(w.context(), { file: collection(square) })
    const { items } = await listOutlines(w.context(passerBy))
    expect(items.map(({ code }) => code)).toEqual([square.id])
    expect(items[0]?.outline[0]?.[0]).toHaveLength(5)
  })

  it('a second import replaces the first', async () => {
    await importBoundaries(w.context(), { file: collection(await squareAround('gia-sang')) })
    await importBoundaries(w.context(), { file: collection(await squareAround('duc-xuan')) })
    const { items } = await searchCommunes(w.context(passerBy), { limit: 200, shape: 'boundary' })
    expect(items.filter((commune) => commune.boundary).map((commune) => commune.slug)).toEqual(['duc-xuan'])
  })

  it('a wrong file names its mistakes and changes nothing', async () => {
    const good = await squareAround('gia-sang')
    await importBoundaries(w.context(), { file: collection(good) })
    const open = {
      ...good,
      geometry: { ...good.geometry, coordinates: [good.geometry.coordinates[0]?.slice(1)] },
    }
    const wrong = importBoundaries(w.context(), {
      file: collection(await squareAround('duc-xuan'), open, good),
    })
    await expect(wrong).rejects.toMatchObject({
      code: 'boundaries-invalid',
      status: 422,
      details: { count: 2 },
      errors: [
        { path: `features.1.geometry (${good.id})`, message: 'places_boundary_ring_open' },
        { path: `features.2 (${good.id})`, message: 'places_boundary_code_twice' },
      ],
    })
    const commune = await findCommune(w.context(passerBy), { slug: 'gia-sang' })
    expect(commune.boundary).toEqual([good.geometry.coordinates])
  })

  it('takes a permission', async () => {
    const file = collection(await squareAround('gia-sang'))
    const stranger = importBoundaries(w.context(passerBy), { file })
    await expect(stranger).rejects.toMatchObject({ code: 'sign-in-first' })
    const clerk = officer('ioc', ['edit-calendars'], w.context().newId())
    await expect(importBoundaries(w.context(clerk), { file })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  it('two at once go one after the other', async () => {
    const files = await Promise.all(['gia-sang', 'duc-xuan'].map((slug) => squareAround(slug)))
    await Promise.all(files.map((file) => importBoundaries(w.context(), { file: collection(file) })))
    const { items } = await searchCommunes(w.context(passerBy), { limit: 200, shape: 'boundary' })
    expect(items.filter((commune) => commune.boundary)).toHaveLength(1)
  })
})

const operatorsFile = join(import.meta.dirname, '../../../shared/data/boundaries.geojson')

describe.skipIf(!existsSync(operatorsFile))(
  'with the boundaries of the whole province (skipped without the file)',
  () => {
    it('a thousand points inside polygons are in their commune', async () => {
      const file = JSON.parse(readFileSync(operatorsFile, 'utf8')) as { features: Area[] }
      expect(await importBoundaries(w.context(), { file })).toEqual({ communes: 92, without: [] })
      const next = numbers()
      for (let done = 0; done < 1000;) {
        const area = file.features[Math.floor(next() * file.features.length)]
        const point = area && pointIn(area, next)
        if (!point) continue
        const { commune, how } = await locate(point)
        expect({ ...point, code: commune.code, how }).toEqual({ ...point, code: area.id, how: 'boundary' })
        done += 1
      }
    })

    it('near a border the neighbour comes along, and outside the province is refused', async () => {
      const file = JSON.parse(readFileSync(operatorsFile, 'utf8')) as { features: Area[] }
      await importBoundaries(w.context(), { file })
      const asked = await Promise.all(
        file.features.map(({ geometry }) => {
          const [lon = 0, lat = 0] = geometry.coordinates[0]?.[10] ?? []
          return locate({ lat, lon })
        }),
      )
      expect(asked.filter((found) => found.alternatives.length > 0).length).toBeGreaterThan(60)
      await expect(locate({ lat: 21.03, lon: 105.85 })).rejects.toMatchObject({ code: 'outside-province' })
    })
  },
)

/** The same numbers between 0 and 1 in every run. */
function numbers(): () => number {
  let state = 20_261_123
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** A point of the polygon's box, if it lies in the polygon by its winding number: reckoned otherwise than the rule. */
function pointIn(area: Area, next: () => number): { lat: number; lon: number } | null {
  const ring = area.geometry.coordinates[0] ?? []
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  const between = (values: number[]) =>
    Math.min(...values) + next() * (Math.max(...values) - Math.min(...values))
  const point = { lat: between(lats), lon: between(lons) }
  let turned = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1], ring[at]].map((corner) => {
      return Math.atan2((corner?.[1] ?? 0) - point.lat, (corner?.[0] ?? 0) - point.lon)
    })
    const turn = (b ?? 0) - (a ?? 0)
    turned += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn
  }
  return Math.abs(turned) > Math.PI ? point : null
}
