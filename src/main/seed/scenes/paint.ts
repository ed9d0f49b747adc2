import type { Chance } from '../chance.ts'

/** What a scene is drawn with. */
export interface Paint {
  readonly chance: Chance
  /** Whether this is the picture after the work. */
  readonly after: boolean
  readonly mood: Mood
  /** Vanishing point, pixels. */
  readonly vx: number
  readonly vy: number
}

export type Mood = 'clear' | 'overcast' | 'dusk' | 'night'
/** Metres: to the right, upwards from the ground, away from the camera. */
export type Place = readonly [right: number, up: number, away: number]
export type Pixel = readonly [x: number, y: number]

export const width = 800
export const height = 600
const focalPixels = 620
const eyeMeters = 1.6

/** Where a point of the street lies in the picture. */
export function project(paint: Paint, [right, up, away]: Place): Pixel {
  const depth = Math.max(away, 0.4)
  return [paint.vx + (right * focalPixels) / depth, paint.vy + ((eyeMeters - up) * focalPixels) / depth]
}

/** Pixels of one metre at this distance. */
export function meter(away: number): number {
  return focalPixels / away
}

export const n = (value: number) => value.toFixed(1)

export function polygon(points: readonly Pixel[], attributes: string): string {
  return `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" ${attributes}/>`
}

/** A flat shape given by its corners in metres. */
export function plane(paint: Paint, corners: readonly Place[], attributes: string): string {
  return polygon(
    corners.map((corner) => project(paint, corner)),
    attributes,
  )
}

/** A rectangle on the ground. */
export function patch(
  paint: Paint,
  at: { left: number; right: number; near: number; far: number },
  attributes: string,
): string {
  const corners: Place[] = [
    [at.left, 0, at.near],
    [at.right, 0, at.near],
    [at.right, 0, at.far],
    [at.left, 0, at.far],
  ]
  return plane(paint, corners, attributes)
}

/** An uneven round shape lying on the ground, smooth at the edge. */
export function puddle(
  paint: Paint,
  at: { right: number; away: number; radius: number; uneven?: number },
  attributes: string,
): string {
  const steps = 18
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * Math.PI * 2
    const reach = at.radius * (1 + paint.chance.between(-1, 1) * (at.uneven ?? 0.14))
    return project(paint, [at.right + Math.cos(angle) * reach, 0, at.away + Math.sin(angle) * reach])
  })
  return `<path d="${smooth(points)}" ${attributes}/>`
}

/** A closed curve through the middles of the given points. */
export function smooth(points: readonly Pixel[]): string {
  const at = (index: number): Pixel => points[index % points.length] ?? [0, 0]
  const middle = (index: number): Pixel => {
    const [here, next] = [at(index), at(index + 1)]
    return [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2]
  }
  const start = middle(points.length - 1)
  const curves = points.map(([x, y], index) => {
    const [toX, toY] = middle(index)
    return `Q${n(x)} ${n(y)} ${n(toX)} ${n(toY)}`
  })
  return `M${n(start[0])} ${n(start[1])}${curves.join('')}Z`
}

/** A round lump with a bumpy outline, in pixels: leaves, bags, smoke, rocks. */
export function lump(
  chance: Chance,
  at: { x: number; y: number; wide: number; high: number; bumps?: number; uneven?: number },
  attributes: string,
): string {
  const steps = at.bumps ?? 11
  const points = Array.from({ length: steps }, (_, step): Pixel => {
    const angle = (step / steps) * Math.PI * 2
    const reach = 1 + chance.between(-1, 1) * (at.uneven ?? 0.18)
    return [at.x + Math.cos(angle) * at.wide * reach, at.y + Math.sin(angle) * at.high * reach]
  })
  return `<path d="${smooth(points)}" ${attributes}/>`
}

/** A crown of leaves: many small bumps, drawn rather than filtered because that is ten times quicker. */
export function leaves(
  chance: Chance,
  at: { x: number; y: number; wide: number; high: number },
  attributes: string,
): string {
  const bumps = Math.round(Math.min(16 + at.wide / 4, 40))
  return lump(chance, { ...at, bumps, uneven: 0.2 }, attributes)
}

export function line(points: readonly Pixel[], attributes: string): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')
  return `<path d="${path}" fill="none" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`
}

export function many(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}
