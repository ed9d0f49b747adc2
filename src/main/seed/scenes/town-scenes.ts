import { drawBackdrop } from './backdrop.ts'
import type { Paint, Pixel } from './paint.ts'
import { leaves, line, lump, many, meter, n, patch, polygon, project, puddle } from './paint.ts'
import { drawHouses, drawPole, drawRoad, drawVergeTrees } from './street.ts'
import { drawRider } from './vehicles.ts'

/** A heap of rubbish by the road; afterwards bins on a clean spot. */
export function drawRubbish(paint: Paint): string {
  const { chance, after } = paint
  const base =
    drawBackdrop(paint) +
    drawVergeTrees(paint, { sides: [-1] }) +
    drawRoad(paint, { marks: false }) +
    drawHouses(paint, { sides: [-1], set: 6.5 })
  const clean = patch(paint, { left: 1.5, right: 8, near: 1.6, far: 30 }, 'fill="#b8b2a4"')
  if (after) return base + clean + [2.3, 3.2].map((right) => drawBin(paint, { right, away: 6.6 })).join('')
  const bags = many(34, (index) => {
    const reach = index / 34
    const x = 620 + chance.between(-190, 190) * (1 - reach * 0.55)
    const y = paint.vy + 218 - reach * 132 + chance.between(-14, 26)
    return drawBag(paint, { x, y, size: chance.between(24, 48) })
  })
  const litter = many(24, () => {
    const [x, y] = [chance.between(300, 790), chance.between(paint.vy + 190, 580)]
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(chance.between(5, 19))}" height="${n(chance.between(3, 9))}" fill="${chance.pick(['#f4f4ef', '#d43f3a', '#3a7bd4', '#e8c33c', '#8b6b43'])}" transform="rotate(${chance.whole(0, 180)} ${n(x)} ${n(y)})" opacity=".9"/>`
  })
  const seep = puddle(
    paint,
    { right: 1.5, away: 4.6, radius: 0.8, uneven: 0.25 },
    'fill="#2c2a20" opacity=".5"',
  )
  return `${base}${clean}${seep}<ellipse cx="620" cy="${n(paint.vy + 240)}" rx="230" ry="34" fill="#000" opacity=".35"/>${bags}${litter}`
}

function drawBag(paint: Paint, at: { x: number; y: number; size: number }): string {
  const { chance } = paint
  const colour = chance.pick([
    '#e8ebe8',
    '#2e3338',
    '#3d6fb0',
    '#d6d2c2',
    '#c44a4a',
    '#4e8f5b',
    '#1f2327',
    '#d8a9b8',
    '#8d6d48',
  ])
  const body = lump(
    chance,
    { x: at.x, y: at.y, wide: at.size, high: at.size * 0.78, uneven: 0.16 },
    `fill="${colour}" stroke="#000" stroke-opacity=".28" stroke-width="1.5"`,
  )
  const shade = lump(
    chance,
    { x: at.x + at.size * 0.12, y: at.y + at.size * 0.28, wide: at.size * 0.72, high: at.size * 0.4 },
    'fill="#000" opacity=".2"',
  )
  const light = lump(
    chance,
    { x: at.x - at.size * 0.25, y: at.y - at.size * 0.3, wide: at.size * 0.3, high: at.size * 0.18 },
    'fill="#fff" opacity=".38"',
  )
  const knot = `<path d="M${n(at.x - 5)} ${n(at.y - at.size * 0.7)}l5 -${n(at.size * 0.32)}l6 ${n(at.size * 0.3)}Z" fill="${colour}"/>`
  return knot + body + shade + light
}

function drawBin(paint: Paint, at: { right: number; away: number }): string {
  const [x, y] = project(paint, [at.right, 0, at.away])
  const m = meter(at.away)
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(m * 0.42)}" ry="${n(m * 0.09)}" fill="#000" opacity=".3"/><path d="M${n(x - m * 0.36)} ${n(y - m * 1.02)}H${n(x + m * 0.36)}L${n(x + m * 0.29)} ${n(y - m * 0.06)}H${n(x - m * 0.29)}Z" fill="#2f7d4c"/><path d="M${n(x + m * 0.1)} ${n(y - m * 1.02)}H${n(x + m * 0.36)}L${n(x + m * 0.29)} ${n(y - m * 0.06)}H${n(x + m * 0.1)}Z" fill="#000" opacity=".16"/><rect x="${n(x - m * 0.42)}" y="${n(y - m * 1.14)}" width="${n(m * 0.84)}" height="${n(m * 0.15)}" rx="5" fill="#24653d"/><circle cx="${n(x - m * 0.24)}" cy="${n(y - m * 0.05)}" r="${n(m * 0.08)}" fill="#1c1e1f"/><circle cx="${n(x + m * 0.24)}" cy="${n(y - m * 0.05)}" r="${n(m * 0.08)}" fill="#1c1e1f"/><path d="M${n(x - m * 0.12)} ${n(y - m * 0.52)}l${n(m * 0.12)} -${n(m * 0.16)}l${n(m * 0.12)} ${n(m * 0.16)}" stroke="#fff" stroke-width="4" fill="none" opacity=".8"/>`
}

/** A tree across the road; afterwards sawn and stacked. */
export function drawFallenTree(paint: Paint): string {
  const { chance, after } = paint
  const base =
    drawBackdrop(paint) +
    drawRoad(paint, { marks: true }) +
    drawHouses(paint, { sides: [1], set: 6.6 }) +
    drawVergeTrees(paint, { sides: [-1] })
  if (after) return base + drawLogs(paint) + drawRider(paint, { right: 1.2, away: 9 })
  const low = paint.vy + 170
  const trunk = `<path d="M60 ${n(low + 40)}Q300 ${n(low - 6)} 560 ${n(low - 10)}L566 ${n(low + 20)}Q300 ${n(low + 40)} 64 ${n(low + 92)}Z" fill="#5d4731"/><path d="M60 ${n(low + 48)}Q300 ${n(low + 2)} 560 ${n(low - 4)}" stroke="#8a6d4c" stroke-width="9" fill="none" opacity=".7"/>`
  const boughs = many(7, () =>
    line(
      [
        [430, low],
        [chance.between(480, 740), low + chance.between(-150, 90)],
      ],
      'stroke="#5d4731" stroke-width="11"',
    ),
  )
  const tones = ['#234d26', '#356b31', '#4f8a3d', '#76a953']
  const crown = tones
    .map((tone, layer) =>
      many(13, () => {
        const [x, y] = [chance.between(420, 770), low + chance.between(-130, 100)]
        return leaves(chance, { x, y, wide: 64 - layer * 12, high: 40 - layer * 8 }, `fill="${tone}"`)
      }),
    )
    .join('')
  const roots = many(8, () =>
    line(
      [
        [80, low + 66],
        [chance.between(-10, 50), low + chance.between(-40, 150)],
      ],
      'stroke="#4a3524" stroke-width="9"',
    ),
  )
  const earth = lump(chance, { x: 48, y: low + 70, wide: 78, high: 92, uneven: 0.25 }, 'fill="#7a5233"')
  return `${base}<g filter="url(#soft)"><ellipse cx="430" cy="${n(low + 96)}" rx="370" ry="30" opacity=".32"/></g>${earth}${roots}${trunk}${boughs}${crown}`
}

function drawLogs(paint: Paint): string {
  const spots: Pixel[] = [
    [640, 470],
    [712, 474],
    [784, 478],
    [676, 414],
    [748, 418],
    [712, 358],
  ]
  const logs = spots
    .map(
      ([x, y]) =>
        `<path d="M${x} ${y - 34}L${x - 60} ${y - 66}A34 34 0 0 0 ${x - 92} ${y - 20}L${x - 26} ${y + 22}Z" fill="#6b523a"/><circle cx="${x}" cy="${y}" r="34" fill="#d8b783" stroke="#5d4731" stroke-width="5"/><circle cx="${x}" cy="${y}" r="21" fill="none" stroke="#b08d5a" stroke-width="3"/><circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#b08d5a" stroke-width="3"/>`,
    )
    .join('')
  const dust = many(
    24,
    () =>
      `<circle cx="${n(paint.chance.between(480, 790))}" cy="${n(paint.chance.between(500, 560))}" r="${n(paint.chance.between(2, 5))}" fill="#e0c391"/>`,
  )
  return `<ellipse cx="690" cy="512" rx="160" ry="24" opacity=".3"/>${logs}${dust}`
}

/** A dark street at night; afterwards the lamps are on. */
export function drawLamps(paint: Paint): string {
  const { chance, after } = paint
  const side = chance.hit(0.5) ? 1 : -1
  const base =
    drawBackdrop(paint, { tea: chance.hit(0.5) }) +
    drawRoad(paint, { marks: after }) +
    drawHouses(paint, { sides: [side === 1 ? -1 : 1], set: 6, awnings: false })
  const lamps = [27, 18, 12, 7.6, 5].map((away) => drawLamp(paint, { away, side, lit: after })).join('')
  const beam = after
    ? ''
    : `<g><path d="M${n(paint.vx + 40)} ${n(paint.vy + 30)}L250 600H520Z" fill="url(#cone)" opacity=".8"/></g><circle cx="${n(paint.vx + 40)}" cy="${n(paint.vy + 26)}" r="30" fill="url(#glow)"/>`
  return base + lamps + beam + drawRider(paint, { right: side * -1, away: after ? 9 : 12 })
}

function drawLamp(paint: Paint, at: { away: number; side: number; lit: boolean }): string {
  const pole = drawPole(paint, { right: at.side * 4, away: at.away, tall: 7 })
  const head = project(paint, [at.side * 2.4, 7.3, at.away])
  const m = meter(at.away)
  const arm = line([pole.top, head], `stroke="#3c4048" stroke-width="${n(Math.max(m * 0.09, 1.5))}"`)
  const bulb = `<ellipse cx="${n(head[0])}" cy="${n(head[1])}" rx="${n(m * 0.38)}" ry="${n(m * 0.11)}" fill="${at.lit ? '#fff6dc' : '#15171b'}"/>`
  if (!at.lit) return pole.svg + arm + bulb
  const [footX, footY] = project(paint, [at.side * 2.2, 0, at.away])
  const cone = polygon([head, [footX - m * 2.6, footY], [footX + m * 2.6, footY]], 'fill="url(#cone)"')
  const pool = `<ellipse cx="${n(footX)}" cy="${n(footY)}" rx="${n(m * 3)}" ry="${n(m * 0.62)}" fill="url(#glow)" opacity=".6"/>`
  return `${pole.svg}${arm}${cone}${pool}<circle cx="${n(head[0])}" cy="${n(head[1])}" r="${n(m * 1.1)}" fill="url(#glow)"/>${bulb}`
}

/** Wires hanging low in a tangle; afterwards bundled and raised. */
export function drawWires(paint: Paint): string {
  const { chance, after } = paint
  const base =
    drawBackdrop(paint, { tea: false }) + drawHouses(paint, { set: 6 }) + drawRoad(paint, { marks: true })
  const poles = [24, 15, 9, 5.2].map((away) =>
    drawPole(paint, { right: 3.7, away, tall: 6.4, lean: after ? 0 : chance.between(-0.3, 0.15) }),
  )
  const count = after ? 4 : 15
  const spans = poles.slice(1).map((pole, index) => {
    const from = poles[index]?.top ?? pole.top
    const scale = (index + 1) / 3
    return many(count, (wire) => drawSag(paint, { from, to: pole.top, scale, wire }))
  })
  const near = poles.at(-1)?.top ?? [600, 60]
  const loose = after
    ? many(4, (wire) => line([near, [860, near[1] - 70 + wire * 9]], 'stroke="#191b1d" stroke-width="4"'))
    : drawTangle(paint, near)
  return (
    base +
    poles.map((pole) => pole.svg).join('') +
    spans.join('') +
    loose +
    drawRider(paint, { right: -1, away: 9.5 })
  )
}

function drawSag(paint: Paint, at: { from: Pixel; to: Pixel; scale: number; wire: number }): string {
  const drop = paint.after ? 14 * at.scale : paint.chance.between(12, 170) * at.scale
  const lift = paint.after ? at.wire * 7 : paint.chance.between(0, 60) * at.scale
  return `<path d="M${n(at.from[0])} ${n(at.from[1] + lift * 0.5)}Q${n((at.from[0] + at.to[0]) / 2)} ${n((at.from[1] + at.to[1]) / 2 + drop)} ${n(at.to[0])} ${n(at.to[1] + lift)}" fill="none" stroke="#17191b" stroke-width="${n(1 + at.scale * 2.4)}"/>`
}

function drawTangle(paint: Paint, near: Pixel): string {
  const { chance } = paint
  const coils = many(
    7,
    () =>
      `<ellipse cx="${n(near[0] + chance.between(-26, 20))}" cy="${n(near[1] + chance.between(40, 96))}" rx="${n(chance.between(24, 42))}" ry="${n(chance.between(30, 54))}" fill="none" stroke="#17191b" stroke-width="4"/>`,
  )
  const hanging = many(8, () => {
    const end = chance.between(560, 800)
    return `<path d="M${n(near[0])} ${n(near[1] + chance.between(0, 70))}Q${n((near[0] + end) / 2)} ${n(chance.between(380, 560))} ${n(end)} ${n(chance.between(180, 470))}" fill="none" stroke="#17191b" stroke-width="4"/>`
  })
  return (
    coils +
    hanging +
    line(
      [
        [near[0] - 8, near[1] + 60],
        [near[0] - 60, 470],
        [near[0] - 76, 545],
      ],
      'stroke="#17191b" stroke-width="5"',
    )
  )
}
