import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPhoto, sceneNames } from './draw-photo.ts'

test.each(sceneNames)('%s is a picture of 800 by 600 pixels', async (scene) => {
  const photo = await drawPhoto({ scene, seed: 1, after: false })
  const { width, height, format } = await sharp(photo).metadata()
  expect([width, height, format]).toEqual([800, 600, 'jpeg'])
})

test('the same seed draws the same picture; after the work it looks different', async () => {
  const order = { scene: 'pothole', seed: 5, after: false } as const
  const first = await drawPhoto(order)
  expect(first.equals(await drawPhoto(order))).toBe(true)
  expect(first.equals(await drawPhoto({ ...order, after: true }))).toBe(false)
  expect(first.equals(await drawPhoto({ ...order, seed: 6 }))).toBe(false)
})
