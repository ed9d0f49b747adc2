import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawMap } from './draw-map.ts'
import type { MapName } from './geo.ts'
import { boundsOf, provinceBounds } from './geo.ts'

const names: MapName[] = [
  { name: 'Gia Sàng', lat: 21.58, lon: 105.85, weight: 30_000, reachMeters: 2_000 },
  { name: 'A & <B>', lat: 22.1, lon: 105.7, weight: 9_000, reachMeters: 5_000 },
]
const states = ['done', 'work', 'wait', 'late', 'plain'] as const
const points = Array.from({ length: 100 }, (_, at) => ({
  lat: 21.4 + at / 100,
  lon: 105.6 + at / 200,
  state: states[at % states.length] ?? 'plain',
}))

describe('a drawn map', () => {
  const drawn = drawMap({ points, names, bounds: boundsOf(points) })
  it('has a mark for each point, by its state', () => {
    for (const state of states) expect(drawn.split(`<use href="#${state}"`)).toHaveLength(21)
  })
  it('writes names as words, not as markup', () => {
    expect(drawn).toContain('>Gia Sàng</text>')
    expect(drawn).toContain('>A &amp; &lt;B></text>')
  })
  it('stays small', () => expect(drawn.length).toBeLessThan(9_000))
  it('is ground, land and names when nothing is on it', () => {
    const empty = drawMap({ points: [], names, bounds: provinceBounds })
    expect(empty).toContain('class="land"')
    expect(empty).not.toContain('<use')
  })
  it('has the colours of the page, light and dark', () => {
    const tokens = readFileSync('src/design/tokens.css', 'utf8')
    const used = [...drawn.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour)
    for (const colour of new Set(used)) expect(tokens).toContain(`: ${colour};`)
  })
})
