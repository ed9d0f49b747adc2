import { drawBackdrop, drawTree } from './backdrop.ts'
import type { Paint, Place } from './paint.ts'
import { line, lump, many, meter, n, patch, plane, project, puddle } from './paint.ts'
import { drawHouses, drawRoad, drawVergeTrees } from './street.ts'
import { drawCar, drawRider } from './vehicles.ts'

/** A deep hole full of water in the road; afterwards a clean patch of new asphalt. */
export function drawPothole(paint: Paint): string {
  const { chance, after } = paint
  const at = { right: chance.between(-1.1, 1), away: chance.between(4.1, 4.8) }
  const side: 1 | -1 = chance.hit(0.5) ? 1 : -1
  const ground =
    drawBackdrop(paint) + drawRoad(paint, { marks: after }) + drawVergeTrees(paint, { sides: [side] })
  const houses = chance.hit(0.6) ? drawHouses(paint, { sides: [side === 1 ? -1 : 1], set: 5.6 }) : ''
  const rider = drawRider(paint, { right: chance.between(1.2, 2), away: chance.between(11, 16) })
  return (
    ground +
    houses +
    rider +
    (after
      ? drawPatch(paint, at)
      : drawHole(paint, at) + drawHole(paint, { right: -at.right, away: at.away + 4.4 }))
  )
}

function drawPatch(paint: Paint, at: { right: number; away: number }): string {
  const box = { left: at.right - 1.05, right: at.right + 1.05, near: at.away - 0.5, far: at.away + 1.3 }
  return `<g filter="url(#soft)">${patch(paint, box, 'fill="#3d4143"')}</g>${patch(paint, box, 'fill="none" stroke="#25282a" stroke-width="3" opacity=".6"')}`
}

function drawHole(paint: Paint, at: { right: number; away: number }): string {
  const radius = 0.95
  const layers = [
    puddle(paint, { ...at, radius: radius * 1.28, uneven: 0.2 }, 'fill="#9a948a" opacity=".75"'),
    puddle(paint, { ...at, radius: radius * 1.1, uneven: 0.16 }, 'fill="#3a332b"'),
    puddle(paint, { ...at, radius, uneven: 0.12 }, 'fill="#1f1a15"'),
    puddle(paint, { right: at.right, away: at.away - 0.06, radius: radius * 0.86 }, 'fill="#6d6350"'),
    puddle(
      paint,
      { right: at.right + 0.1, away: at.away + 0.16, radius: radius * 0.55 },
      'fill="#b9c6c9" opacity=".7"',
    ),
  ]
  const stones = many(16, () => {
    const angle = paint.chance.between(0, Math.PI * 2)
    const reach = paint.chance.between(1.15, 1.7)
    const [x, y] = project(paint, [at.right + Math.cos(angle) * reach, 0, at.away + Math.sin(angle) * reach])
    const size = meter(at.away) * paint.chance.between(0.02, 0.06)
    return lump(
      paint.chance,
      { x, y, wide: size, high: size * 0.7, bumps: 6 },
      'fill="#77716a" stroke="#3b362f" stroke-width="1"',
    )
  })
  return `${layers.join('')}${stones}${drawCracks(paint, at)}`
}

function drawCracks(paint: Paint, at: { right: number; away: number }): string {
  return many(6, (index) => {
    const angle = index + paint.chance.between(0, 0.8)
    const points = [1, 1.5, 1.9].map((reach) =>
      project(paint, [
        at.right + Math.cos(angle + paint.chance.between(-0.2, 0.2)) * reach * 1.1,
        0,
        at.away + Math.sin(angle) * reach,
      ]),
    )
    return line(points, 'stroke="#2b2a28" stroke-width="2.4" opacity=".65"')
  })
}

/** A street under brown water; afterwards wet, but open. */
export function drawFlood(paint: Paint): string {
  const { chance, after } = paint
  const street = drawBackdrop(paint) + drawRoad(paint) + drawHouses(paint, { set: 5.2 })
  if (after) {
    const wet = many(5, () =>
      puddle(
        paint,
        { right: chance.between(-2.6, 2.6), away: chance.between(4, 9), radius: chance.between(0.3, 0.7) },
        'fill="#b8c4c6" opacity=".5"',
      ),
    )
    return (
      street + wet + drawRider(paint, { right: 0.9, away: 8 }) + drawRider(paint, { right: -1.2, away: 13 })
    )
  }
  const level = paint.vy + 26
  const water = `<rect y="${n(level)}" width="800" height="400" fill="#8d7c5c" opacity=".93"/>`
  const shine = many(30, () => {
    const y = chance.between(level + 8, 600)
    const wide = ((y - level) / 300) * chance.between(60, 200) + 14
    return `<ellipse cx="${n(chance.between(0, 800))}" cy="${n(y)}" rx="${n(wide)}" ry="${n(1 + (y - level) / 110)}" fill="${chance.hit(0.6) ? '#d3cab0' : '#5f5139'}" opacity=".4"/>`
  })
  const people =
    drawRider(paint, { right: chance.between(-0.6, 0.9), away: 5.4 }) +
    drawRider(paint, { right: -1.6, away: 10 })
  const wake = `<g><rect y="${n(project(paint, [0, 0.42, 5.4])[1])}" width="800" height="400" fill="#8d7c5c"/>${shine}</g>`
  return `${street}${water}${people}${wake}${drawRain(paint)}`
}

function drawRain(paint: Paint): string {
  return many(70, () => {
    const [x, y] = [paint.chance.between(0, 800), paint.chance.between(0, 560)]
    return line(
      [
        [x, y],
        [x - 5, y + paint.chance.between(12, 26)],
      ],
      'stroke="#fff" stroke-width="1" opacity=".32"',
    )
  })
}

/** Earth and stones over a hill road; afterwards cleared, with a stone wall at the foot. */
export function drawLandslide(paint: Paint): string {
  const { chance, after, vy } = paint
  const slope = `<path d="M800 ${n(vy - 190)}Q610 ${n(vy - 150)} 520 ${n(vy + 6)}L${n(paint.vx + 60)} ${n(vy + 16)}L800 ${n(vy + 330)}Z" fill="#4c7442"/>`
  const scar = `<path d="M720 ${n(vy - 150)}Q640 ${n(vy - 20)} 600 ${n(vy + 110)}L800 ${n(vy + 250)}L800 ${n(vy - 120)}Z" fill="#9a6138"/><path d="M760 ${n(vy - 130)}Q690 ${n(vy)} 680 ${n(vy + 130)}L740 ${n(vy + 170)}Q740 ${n(vy)} 800 ${n(vy - 90)}Z" fill="#b77a48" opacity=".8"/>`
  const trees = many(4, (index) =>
    drawTree(paint, { x: 540 + index * 74 + chance.between(-12, 12), y: vy - 6 - index * 44, size: 90 }),
  )
  const base = `${drawBackdrop(paint, { tea: false })}${slope}${trees}${drawRoad(paint, { marks: after })}${scar}`
  return (
    base + (after ? drawRetainingWall(paint) + drawCar(paint, { right: -1.4, away: 11 }) : drawDebris(paint))
  )
}

function drawRetainingWall(paint: Paint): string {
  const stones = many(26, (index) => {
    const near = 3.4 + index * 0.9
    return many(3, (row) => {
      const low = row * 0.62
      const corners: Place[] = [
        [3.3, low, near],
        [3.3, low + 0.57, near],
        [3.3, low + 0.57, near + 0.84],
        [3.3, low, near + 0.84],
      ]
      return plane(
        paint,
        corners,
        `fill="${paint.chance.pick(['#a3a29a', '#8f8e86', '#b4b2a8'])}" stroke="#6b6a63" stroke-width="1.2"`,
      )
    })
  })
  return stones
}

function drawDebris(paint: Paint): string {
  const { chance, vy } = paint
  const tones = ['#6e4627', '#8a5a34', '#a06c40']
  const earth = tones
    .map((tone, index) =>
      many(6 - index, () => {
        const x = chance.between(430 + index * 40, 800)
        const y = vy + 90 + (x - 420) * 0.42 + chance.between(-10, 26) - index * 12
        return lump(
          chance,
          { x, y, wide: 110 - index * 22, high: 54 - index * 12, uneven: 0.26 },
          `fill="${tone}"`,
        )
      }),
    )
    .join('')
  const rocks = many(15, () => {
    const x = chance.between(300, 760)
    const size = chance.between(8, 34)
    const y = Math.min(vy + 120 + (x - 300) * 0.3 + chance.between(0, 90), 580)
    return (
      lump(
        chance,
        { x, y, wide: size, high: size * 0.76, bumps: 7, uneven: 0.24 },
        'fill="#7b766d" stroke="#4a463f" stroke-width="1.5"',
      ) +
      lump(
        chance,
        { x: x - size * 0.2, y: y - size * 0.28, wide: size * 0.5, high: size * 0.28, bumps: 6 },
        'fill="#aaa59a" opacity=".7"',
      )
    )
  })
  return `${earth}${rocks}`
}

/** A road sign that was knocked over; afterwards upright. */
export function drawSign(paint: Paint): string {
  const { chance, after } = paint
  const ground =
    drawBackdrop(paint) + drawRoad(paint, { marks: true }) + drawVergeTrees(paint, { sides: [-1] })
  const tilt = chance.pick([-58, -38, -71])
  const lean = after ? 0 : tilt
  const [x, y] = project(paint, [1.9, 0, 4.9])
  const kind = chance.pick(['danger', 'danger', 'round', 'guide'] as const)
  const board =
    kind === 'danger'
      ? '<path d="M0 -400L-76 -272H76Z" fill="#f6d338" stroke="#c6282a" stroke-width="15" stroke-linejoin="round"/><path d="M0 -362V-318" stroke="#1c1c1c" stroke-width="13"/><circle cy="-296" r="8" fill="#1c1c1c"/>'
      : kind === 'round'
        ? '<circle cy="-330" r="66" fill="#fff" stroke="#c6282a" stroke-width="17"/><text y="-312" font-family="sans-serif" font-size="48" font-weight="bold" text-anchor="middle" fill="#1c1c1c">8T</text>'
        : '<rect x="-104" y="-392" width="208" height="112" rx="8" fill="#1f5fae" stroke="#fff" stroke-width="6"/><path d="M-56 -336H36M10 -362L44 -336L10 -310" stroke="#fff" stroke-width="13" fill="none"/>'
  const rust = after
    ? ''
    : '<path d="M-60 -300l40 22M20 -380l30 40" stroke="#6b4a2f" stroke-width="5" opacity=".6"/>'
  return `${ground}${drawRider(paint, { right: -1.3, away: 12 })}<ellipse cx="${n(x)}" cy="${n(y)}" rx="60" ry="12" fill="#000" opacity=".28"/><g transform="translate(${n(x)} ${n(y)}) rotate(${lean}) scale(0.82)"><rect x="-8" y="-300" width="16" height="304" fill="#c9ccc9" stroke="#7a7d7a" stroke-width="2"/>${board}${rust}</g>${many(9, () => lump(chance, { x: x + chance.between(-80, 80), y: y + chance.between(-6, 14), wide: 20, high: 13 }, 'fill="#587f3e"'))}`
}
