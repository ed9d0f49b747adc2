import sharp from 'sharp'
import { chanceOf } from './chance.ts'
import { drawDefinitions, drawFinish } from './scenes/backdrop.ts'
import { drawField, drawQuarry, drawRiver, drawSmoke } from './scenes/land-scenes.ts'
import type { Mood, Paint } from './scenes/paint.ts'
import { height, width } from './scenes/paint.ts'
import { drawFlood, drawLandslide, drawPothole, drawSign } from './scenes/road-scenes.ts'
import { drawPavement, drawStreet, drawTraffic } from './scenes/street-scenes.ts'
import { drawFallenTree, drawLamps, drawRubbish, drawWires } from './scenes/town-scenes.ts'
import { drawConstruction, drawDrain, drawPipe, drawSchool } from './scenes/work-scenes.ts'

const scenes = {
  pothole: { draw: drawPothole, before: ['overcast', 'clear'], after: ['clear', 'overcast'] },
  'flooded-road': { draw: drawFlood, before: ['overcast'], after: ['overcast', 'clear'] },
  rubbish: { draw: drawRubbish, before: ['clear', 'overcast', 'dusk'], after: ['clear'] },
  'fallen-tree': { draw: drawFallenTree, before: ['overcast'], after: ['clear'] },
  'dark-lamp': { draw: drawLamps, before: ['night'], after: ['night'] },
  'loose-wires': { draw: drawWires, before: ['overcast', 'dusk', 'clear'], after: ['clear'] },
  construction: { draw: drawConstruction, before: ['clear', 'overcast'], after: ['overcast', 'clear'] },
  smoke: { draw: drawSmoke, before: ['overcast', 'dusk'], after: ['clear'] },
  river: { draw: drawRiver, before: ['overcast', 'clear'], after: ['clear'] },
  'market-pavement': { draw: drawPavement, before: ['clear', 'dusk', 'overcast'], after: ['clear'] },
  'school-gate': { draw: drawSchool, before: ['clear', 'overcast'], after: ['clear'] },
  'broken-drain': { draw: drawDrain, before: ['overcast', 'clear'], after: ['clear'] },
  landslide: { draw: drawLandslide, before: ['overcast'], after: ['clear', 'overcast'] },
  'water-pipe': { draw: drawPipe, before: ['clear', 'overcast'], after: ['clear'] },
  'broken-sign': { draw: drawSign, before: ['clear', 'overcast', 'dusk'], after: ['clear'] },
  street: { draw: drawStreet, before: ['overcast', 'clear', 'dusk'], after: ['clear'] },
  traffic: { draw: drawTraffic, before: ['dusk', 'overcast', 'clear'], after: ['clear'] },
  quarry: { draw: drawQuarry, before: ['clear', 'overcast'], after: ['clear'] },
  field: { draw: drawField, before: ['overcast', 'clear'], after: ['clear'] },
} as const satisfies Record<
  string,
  { draw: (paint: Paint) => string; before: readonly Mood[]; after: readonly Mood[] }
>

export type Scene = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as Scene[]

export interface PhotoOrder {
  readonly scene: Scene
  readonly seed: number
  /** The picture after the work, from the same place. */
  readonly after: boolean
}

/** Draws a picture as a citizen's phone would have taken it: a JPEG of 800 by 600 pixels, always the same for a seed. */
export async function drawPhoto(order: PhotoOrder): Promise<Buffer> {
  return sharp(Buffer.from(drawSvg(order)))
    .flatten()
    .jpeg({ quality: 80, mozjpeg: false })
    .toBuffer()
}

function drawSvg(order: PhotoOrder): string {
  const scene = scenes[order.scene]
  const moods: readonly Mood[] = order.after ? scene.after : scene.before
  const paint: Paint = {
    chance: chanceOf(order.seed),
    after: order.after,
    mood: chanceOf(order.seed * 2 + (order.after ? 1 : 0)).pick(moods),
    vx: chanceOf(order.seed + 7).between(330, 470),
    vy: chanceOf(order.seed + 8).between(238, 272),
  }
  const picture = drawDefinitions(paint) + scene.draw(paint) + drawFinish()
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${picture}</svg>`
}
