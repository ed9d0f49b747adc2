import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconAsStrokes } from './lean-pages.ts'

test('an icon becomes its strokes and nothing else', () => {
  const house = readFileSync('node_modules/@lucide/svelte/dist/icons/house.svelte', 'utf8')
  const strokes = iconAsStrokes(house)
  expect(strokes.match(/<path d="M[^"]+" \/>/g)).toHaveLength(2)
  expect(strokes).not.toMatch(/script|import|house/)
})

test('icons written in a way that is not known stop the build', () => {
  expect(() => iconAsStrokes('<svg />')).toThrow(/Lucide/)
})
