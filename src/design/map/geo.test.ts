import { describe, expect, it } from 'vitest'
import { boundsOf, placeNames, project, provinceBounds, reachOf } from './geo.ts'

describe('bounds', () => {
  it('are the province when there is nothing to look at', () => {
    expect(boundsOf([])).toBe(provinceBounds)
  })
  it('show at least a kilometre around one point', () => {
    const [west, south, east, north] = boundsOf([{ lat: 21.6, lon: 105.8 }])
    expect(east - west).toBeCloseTo(0.012)
    expect(north - south).toBeCloseTo(0.012)
  })
  it('leave a margin around many', () => {
    const [west, , east] = boundsOf([
      { lat: 21.5, lon: 105.5 },
      { lat: 21.9, lon: 106 },
    ])
    expect(west).toBeCloseTo(105.44)
    expect(east).toBeCloseTo(106.06)
  })
})

describe('a projection', () => {
  const at = project([105, 21, 106, 22], { width: 400, height: 300 })
  it('puts the middle in the middle and north above', () => {
    expect(at({ lat: 21.5, lon: 105.5 }).x).toBe(200)
    expect(at({ lat: 22, lon: 105.5 }).y).toBe(0)
    expect(at({ lat: 21, lon: 105.5 }).y).toBe(300)
  })
})

describe('reach', () => {
  it('is measured from south to north', () => {
    const at = project([105, 21, 106, 22], { width: 300, height: 300 })
    const reach = reachOf(at, { lat: 21.5, lon: 105.5, reachMeters: 11_070 })
    expect(reach).toBeGreaterThan(28)
    expect(reach).toBeLessThan(33)
  })
})

describe('names', () => {
  const sheet = { width: 200, height: 100, letter: 10 }
  const at = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon, y: lat })
  it('give way to heavier ones and stay on the sheet', () => {
    const names = [
      { name: 'Light', lat: 50, lon: 100, weight: 1, reachMeters: 1 },
      { name: 'Heavy', lat: 52, lon: 104, weight: 9, reachMeters: 1 },
      { name: 'Outside', lat: 50, lon: 199, weight: 5, reachMeters: 1 },
    ]
    expect(placeNames(names, at, sheet).map((placed) => placed.name)).toEqual(['Heavy'])
  })
})
