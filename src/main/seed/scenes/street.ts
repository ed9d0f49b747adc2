import { drawTree } from './backdrop.ts'
import type { Paint, Place } from './paint.ts'
import { line, lump, many, meter, n, patch, plane, project } from './paint.ts'

const walls = ['#e8d9b0', '#d9e4e0', '#efe7d8', '#c9d8c0', '#e6c9a8', '#d6d9e2', '#f0dfa0']
const nightWalls = ['#2a2c33', '#25282f', '#302e30', '#22272b']

/** A road running away from the camera, with verges; lane marks where it is paved well. */
export function drawRoad(
  paint: Paint,
  options: { marks?: boolean; half?: number; colour?: string } = {},
): string {
  const half = options.half ?? 3.2
  const night = paint.mood === 'night'
  const verge = plane(paint, raggedVerge(paint, half), `fill="${night ? '#23241f' : '#a49a7c'}"`)
  const road = patch(
    paint,
    { left: -half, right: half, near: 1.2, far: 400 },
    `fill="${night ? '#24272c' : (options.colour ?? 'url(#asphalt)')}"`,
  )
  const marks = options.marks ? many(14, (index) => drawDash(paint, 3.4 + index * 3.2)) : ''
  const edges = options.marks
    ? [-1, 1]
        .map((side) =>
          patch(
            paint,
            {
              left: side * half - 0.32 * Math.max(side, 0) - 0.06,
              right: side * half + 0.32 * Math.max(-side, 0) + 0.06,
              near: 1.2,
              far: 160,
            },
            'fill="#e9e7dc" opacity=".5"',
          ),
        )
        .join('')
    : ''
  return verge + road + drawGrit(paint, half) + marks + edges
}

function raggedVerge(paint: Paint, half: number): Place[] {
  const reach = () => half + 1.4 + paint.chance.between(-0.3, 0.3)
  const distances = [1.2, 2, 2.6, 3, 3.4, 3.9, 4.4, 5, 5.6, 6.4, 7.3, 8.4, 10, 12, 15, 20, 30, 60, 400]
  const left = distances.map((away): Place => [-reach(), 0, away])
  const right = distances.map((away): Place => [reach(), 0, away])
  return [...left, ...right.toReversed()]
}

function drawDash(paint: Paint, near: number): string {
  return patch(paint, { left: -0.07, right: 0.07, near, far: near + 1.5 }, 'fill="#f1ecd0" opacity=".85"')
}

/** Stains and pebbles, so that the road is not a plain surface. */
function drawGrit(paint: Paint, half: number): string {
  const { chance } = paint
  const stains = many(9, () => {
    const at = {
      right: chance.between(-half, half) * 0.8,
      away: chance.between(3.2, 16),
      radius: chance.between(0.2, 0.7),
      uneven: 0.3,
    }
    return drawStain(paint, at, `fill="#2d3032" opacity="${n(chance.between(0.5, 1.6) / 10)}"`)
  })
  const pebbles = many(60, () => {
    const [x, y] = project(paint, [chance.between(-half, half), 0, chance.between(2.6, 14)])
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(chance.between(0.6, 1.9))}" fill="${chance.hit(0.5) ? '#b9bab6' : '#3b3e40'}" opacity=".45"/>`
  })
  return stains + pebbles
}

function drawStain(
  paint: Paint,
  at: { right: number; away: number; radius: number; uneven: number },
  attributes: string,
): string {
  const [x, y] = project(paint, [at.right, 0, at.away])
  const wide = at.radius * meter(at.away)
  return lump(paint.chance, { x, y, wide, high: wide * 0.3, uneven: at.uneven }, attributes)
}

/** Narrow town houses along one side or both. */
export function drawHouses(
  paint: Paint,
  options: { sides?: readonly (-1 | 1)[]; set?: number; awnings?: boolean } = {},
): string {
  const sides = options.sides ?? [-1, 1]
  return sides
    .map((side) => {
      const rows = Array.from({ length: 9 }, (_, index) => ({ near: 4.5 + index * 4.2, side }))
      return rows
        .toReversed()
        .map((row) => drawHouse(paint, { ...row, set: options.set ?? 6, awning: options.awnings ?? true }))
        .join('')
    })
    .join('')
}

function drawHouse(paint: Paint, at: { near: number; side: -1 | 1; set: number; awning: boolean }): string {
  const { chance } = paint
  const night = paint.mood === 'night'
  const floors = chance.whole(1, 3)
  const tall = floors * 3.1 + chance.between(0.3, 0.9)
  const deep = 4.1
  const x = at.side * at.set
  const wall = chance.pick(night ? nightWalls : walls)
  const far = at.near + deep
  const face: Place[] = [
    [x, 0, at.near],
    [x, tall, at.near],
    [x, tall, far],
    [x, 0, far],
  ]
  const front: Place[] = [
    [x, 0, at.near],
    [x, tall, at.near],
    [x + at.side * 9, tall, at.near],
    [x + at.side * 9, 0, at.near],
  ]
  const roof = plane(
    paint,
    [
      [x, tall, at.near - 0.1],
      [x, tall + 0.35, at.near - 0.1],
      [x, tall + 0.35, far],
      [x, tall, far],
    ],
    `fill="${night ? '#1b1716' : chance.pick(['#a8583f', '#7f8a8c', '#93604a'])}"`,
  )
  const windows = many(floors, (floor) => drawFloor(paint, { ...at, x, floor }))
  const awning = at.awning && !night && chance.hit(0.7) ? drawAwning(paint, { ...at, x }) : ''
  return (
    plane(paint, front, `fill="${wall}"`) +
    plane(paint, front, 'fill="#000" opacity=".22"') +
    plane(paint, face, `fill="${wall}"`) +
    windows +
    roof +
    awning
  )
}

function drawFloor(paint: Paint, at: { near: number; side: number; x: number; floor: number }): string {
  const { chance } = paint
  const night = paint.mood === 'night'
  const low = at.floor * 3.1 + (at.floor === 0 ? 0 : 0.8)
  const high = at.floor * 3.1 + 2.5
  const glass = night
    ? chance.hit(0.3)
      ? '#e8bf6a'
      : '#12161d'
    : at.floor === 0
      ? chance.pick(['#5a6b74', '#6b5646', '#3e5c78', '#7b8486'])
      : '#5f7f92'
  const openings =
    at.floor === 0
      ? [[0.4, 3.7]]
      : [
          [0.5, 1.7],
          [2.3, 3.5],
        ]
  return openings
    .map(([from = 0, to = 0]) =>
      plane(
        paint,
        [
          [at.x, low, at.near + from],
          [at.x, high, at.near + from],
          [at.x, high, at.near + to],
          [at.x, low, at.near + to],
        ],
        `fill="${glass}" stroke="${night ? '#111' : '#f3efe4'}" stroke-width="1.4"`,
      ),
    )
    .join('')
}

function drawAwning(paint: Paint, at: { near: number; side: number; x: number }): string {
  const out = at.x - at.side * 1.1
  const corners: Place[] = [
    [at.x, 2.9, at.near + 0.1],
    [out, 2.35, at.near + 0.1],
    [out, 2.35, at.near + 3.9],
    [at.x, 2.9, at.near + 3.9],
  ]
  return plane(
    paint,
    corners,
    `fill="${paint.chance.pick(['#2f7d57', '#b5483a', '#33689c', '#c98f2c', '#66707a'])}"`,
  )
}

/** A concrete pole; answers where its top is. */
export function drawPole(
  paint: Paint,
  at: { right: number; away: number; tall?: number; lean?: number },
): { svg: string; top: readonly [number, number] } {
  const tall = at.tall ?? 7.5
  const foot = project(paint, [at.right, 0, at.away])
  const top = project(paint, [at.right + (at.lean ?? 0), tall, at.away])
  const thick = Math.max(meter(at.away) * 0.2, 2.2)
  const svg =
    line(
      [foot, top],
      `stroke="${paint.mood === 'night' ? '#31343a' : '#8d908c'}" stroke-width="${n(thick)}"`,
    ) + line([foot, top], `stroke="#fff" opacity=".18" stroke-width="${n(thick * 0.3)}"`)
  return { svg, top }
}

/** Trees behind the verges on both sides. */
export function drawVergeTrees(paint: Paint, options: { sides?: readonly (-1 | 1)[] } = {}): string {
  const { chance } = paint
  const spots = [30, 22, 15, 10].flatMap((away) =>
    (options.sides ?? [-1, 1]).filter(() => chance.hit(0.72)).map((side) => ({ side, away })),
  )
  return spots
    .map(({ side, away }) => {
      const [x, y] = project(paint, [side * chance.between(5.4, 8), 0, away])
      return drawTree(paint, { x, y: y + 4, size: meter(away) * chance.between(4, 5.6) })
    })
    .join('')
}
