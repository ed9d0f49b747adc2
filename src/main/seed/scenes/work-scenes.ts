import { drawBackdrop, drawTree } from './backdrop.ts'
import type { Paint } from './paint.ts'
import { leaves, line, lump, many, n, patch, plane, project, puddle } from './paint.ts'
import { drawHouses, drawRoad } from './street.ts'
import { drawRider } from './vehicles.ts'

/** A building going up; afterwards work has stopped behind a fence. */
export function drawConstruction(paint: Paint): string {
  const { chance, after } = paint
  const floors = after ? 3 : 5
  const left = chance.between(170, 250)
  const base = 520
  const high = 88
  const frame = many(floors, (floor) =>
    drawFloorFrame(paint, { left, top: base - (floor + 1) * high, floor }),
  )
  const bars = after
    ? ''
    : many(22, (index) =>
        line(
          [
            [left + 6 + index * 17, base - floors * high],
            [left + 6 + index * 17 + chance.between(-3, 3), base - floors * high - chance.between(26, 48)],
          ],
          'stroke="#7d4a33" stroke-width="3"',
        ),
      )
  const scaffold = after ? '' : drawScaffold(left, base - floors * high)
  const heaps =
    many(5, () =>
      lump(chance, { x: chance.between(40, 190), y: 560, wide: 80, high: 36 }, 'fill="#c4ab7a"'),
    ) +
    many(
      18,
      (index) =>
        `<rect x="${n(620 + (index % 6) * 26)}" y="${n(536 - Math.floor(index / 6) * 15)}" width="24" height="13" fill="#a9573c" stroke="#7c3d28"/>`,
    )
  return `${drawBackdrop(paint, { tea: false })}<rect y="${n(paint.vy + 60)}" width="800" height="400" fill="#a3947a"/>${drawTree(paint, { x: 90, y: 430, size: 250 })}${drawTree(paint, { x: 745, y: 440, size: 220 })}<g filter="url(#soft)"><ellipse cx="430" cy="536" rx="300" ry="20" opacity=".35"/></g>${frame}${bars}${scaffold}${heaps}${after ? drawTape() : ''}`
}

function drawScaffold(left: number, top: number): string {
  const poles = many(6, (index) => {
    const x = left - 26 + index * 85
    return `<path d="M${n(x)} 540V${n(top - 20)}" stroke="#b9a267" stroke-width="6"/>`
  })
  const boards = many(5, (index) => {
    const y = 480 - index * 88
    return `<path d="M${n(left - 40)} ${n(y)}L${n(left + 412)} ${n(y - 6)}" stroke="#c9b377" stroke-width="5"/>`
  })
  return poles + boards
}

function drawFloorFrame(paint: Paint, at: { left: number; top: number; floor: number }): string {
  const { chance } = paint
  const wide = 376
  const bays = many(4, (bay) => {
    const x = at.left + 14 + bay * 91
    const filled = at.floor < 2 || chance.hit(0.35)
    const bricks = many(
      5,
      (row) =>
        `<path d="M${n(x)} ${n(at.top + 28 + row * 12)}h76" stroke="#8a4630" stroke-width="1.4" opacity=".7"/>`,
    )
    const opening = `<rect x="${n(x + 22)}" y="${n(at.top + 26)}" width="32" height="40" fill="#3a3632"/>`
    return filled
      ? `<rect x="${n(x)}" y="${n(at.top + 14)}" width="76" height="74" fill="#b5664a"/>${bricks}${opening}`
      : `<rect x="${n(x)}" y="${n(at.top + 14)}" width="76" height="74" fill="#4b4a48"/><rect x="${n(x)}" y="${n(at.top + 14)}" width="76" height="30" opacity=".35"/>`
  })
  const columns = many(
    5,
    (column) =>
      `<rect x="${n(at.left + column * 91)}" y="${n(at.top)}" width="14" height="88" fill="#b9b6ae"/><rect x="${n(at.left + 9 + column * 91)}" y="${n(at.top)}" width="5" height="88" opacity=".18"/>`,
  )
  return `${bays}${columns}<rect x="${n(at.left - 8)}" y="${n(at.top)}" width="${wide + 16}" height="15" fill="#cbc8c0"/><rect x="${n(at.left - 8)}" y="${n(at.top + 11)}" width="${wide + 16}" height="4" opacity=".2"/>`
}

function drawTape(): string {
  const posts = many(
    6,
    (index) =>
      `<rect x="${n(60 + index * 136)}" y="486" width="9" height="86" fill="#e9e6dd" stroke="#88857d"/>`,
  )
  return `${posts}<path d="M60 508H800M60 546H800" stroke="#fff" stroke-width="13"/><path d="M60 508H800M60 546H800" stroke="#c8342e" stroke-width="13" stroke-dasharray="30 30"/>`
}

/** A pavement hole without its cover; afterwards a new iron cover. */
export function drawDrain(paint: Paint): string {
  const { chance, after } = paint
  const base =
    drawBackdrop(paint, { tea: false }) +
    drawHouses(paint, { sides: [1], set: 6.4 }) +
    drawRoad(paint, { half: 4.4 })
  const at = { right: chance.between(-0.7, 0.5), away: 4.2 }
  const rim = puddle(paint, { ...at, radius: 0.92, uneven: 0.02 }, 'fill="#a7a49b"')
  if (after) return base + rim + drawLid(paint, at) + drawRider(paint, { right: 2, away: 10 })
  const broken = puddle(paint, { ...at, radius: 1.25, uneven: 0.2 }, 'fill="#47433c" opacity=".7"')
  return base + broken + rim + drawOpenHole(paint, at) + drawRider(paint, { right: 2.2, away: 10 })
}

interface Spot {
  readonly right: number
  readonly away: number
}

function drawLid(paint: Paint, at: Spot): string {
  const lid = puddle(
    paint,
    { ...at, radius: 0.8, uneven: 0 },
    'fill="#3e4346" stroke="#22262a" stroke-width="5"',
  )
  const ribs = many(9, (index) => {
    const shift = -0.64 + index * 0.16
    const reach = Math.sqrt(Math.max(0.76 ** 2 - shift ** 2, 0)) * 0.95
    const ends = [at.away - reach, at.away + reach].map((away) => project(paint, [at.right + shift, 0, away]))
    return line(ends, 'stroke="#6c7377" stroke-width="4" stroke-dasharray="12 6"')
  })
  return lid + ribs
}

/** Somebody has put a branch into it, so that others see it. */
function drawOpenHole(paint: Paint, at: Spot): string {
  const { chance } = paint
  const hole =
    puddle(paint, { ...at, radius: 0.78, uneven: 0.03 }, 'fill="#14110d"') +
    puddle(paint, { right: at.right, away: at.away - 0.13, radius: 0.58 }, 'fill="#2b2a22"') +
    puddle(paint, { right: at.right - 0.1, away: at.away - 0.1, radius: 0.25 }, 'fill="#7f8a80" opacity=".5"')
  const [x, y] = project(paint, [at.right, 0, at.away])
  const branch =
    line(
      [
        [x, y],
        [x + 20, y - 120],
        [x + 46, y - 218],
      ],
      'stroke="#5f4629" stroke-width="11"',
    ) +
    line(
      [
        [x + 20, y - 120],
        [x - 46, y - 186],
      ],
      'stroke="#5f4629" stroke-width="7"',
    )
  const twigs = many(15, () =>
    leaves(
      chance,
      { x: x + chance.between(-80, 100), y: y - chance.between(130, 260), wide: 25, high: 16 },
      `fill="${chance.pick(['#4a8038', '#6da24a', '#356428'])}"`,
    ),
  )
  return hole + branch + twigs
}

/** Water shooting from a broken pipe; afterwards a closed trench. */
export function drawPipe(paint: Paint): string {
  const { chance, after } = paint
  const base =
    drawBackdrop(paint) + drawRoad(paint, { marks: after }) + drawHouses(paint, { sides: [-1], set: 6 })
  const at = { right: chance.between(0.2, 1), away: 4.7 }
  if (after)
    return (
      base +
      patch(paint, { left: at.right - 0.45, right: at.right + 0.45, near: 2, far: 9 }, 'fill="#8f8d88"') +
      patch(
        paint,
        { left: at.right - 0.45, right: at.right + 0.45, near: 2, far: 9 },
        'fill="none" stroke="#6b6964" stroke-width="3"',
      ) +
      drawRider(paint, { right: -1.4, away: 8 })
    )
  const [x, y] = project(paint, [at.right, 0, at.away])
  const pool =
    puddle(paint, { ...at, radius: 2.4, uneven: 0.16 }, 'fill="#9db2b8" opacity=".8"') +
    puddle(
      paint,
      { right: at.right + 0.3, away: at.away - 0.3, radius: 1.6, uneven: 0.2 },
      'fill="#c9d6d8" opacity=".6"',
    )
  const jets = many(34, () => {
    const reach = chance.between(-150, 150)
    const high = chance.between(150, 330)
    return `<path d="M${n(x)} ${n(y)}Q${n(x + reach * 0.3)} ${n(y - high * 1.5)} ${n(x + reach)} ${n(y + chance.between(-30, 40))}" fill="none" stroke="#f3f8fa" stroke-width="${n(chance.between(1.5, 6))}" opacity="${n(chance.between(0.2, 0.75))}"/>`
  })
  const mist = many(9, () =>
    lump(
      chance,
      { x: x + chance.between(-70, 70), y: y - chance.between(20, 220), wide: 44, high: 40 },
      'fill="#fff" opacity=".3"',
    ),
  )
  const hole = plane(
    paint,
    [
      [at.right - 0.4, 0, at.away - 0.3],
      [at.right + 0.5, 0, at.away - 0.25],
      [at.right + 0.35, 0, at.away + 0.4],
      [at.right - 0.5, 0, at.away + 0.3],
    ],
    'fill="#4a3a2c"',
  )
  return `${base}${pool}${hole}<g filter="url(#softer)">${mist}</g>${jets}${drawRider(paint, { right: -1.8, away: 9 })}`
}

/** A school gate in a bad way; afterwards painted, with a crossing. */
export function drawSchool(paint: Paint): string {
  const { chance, after, vy } = paint
  const hall = `<rect x="110" y="${n(vy - 120)}" width="580" height="150" fill="#ecc86a"/><path d="M96 ${n(vy - 118)}H704L676 ${n(vy - 162)}H124Z" fill="#a4503a"/>${many(2, (row) => many(9, (column) => `<rect x="${n(132 + column * 62)}" y="${n(vy - 104 + row * 66)}" width="38" height="42" fill="#46677a" stroke="#fff7e0" stroke-width="3"/>`))}`
  const flag = `${line(
    [
      [400, vy - 60],
      [400, vy - 236],
    ],
    'stroke="#d9d6cc" stroke-width="5"',
  )}<path d="M402 ${n(vy - 234)}q32 -10 66 2v44q-34 -12 -66 -2Z" fill="#d2262b"/><path d="M434 ${n(vy - 228)}l4 12h12l-10 8l4 12l-10 -8l-10 8l4 -12l-10 -8h12Z" fill="#f7d33c"/>`
  const wallTone = after ? '#f2e6c4' : '#cdbb93'
  const wall = `<path d="M-10 ${n(vy + 6)}H282V${n(vy + 112)}H-10Z" fill="${wallTone}"/><path d="M518 ${n(vy + 6)}H810V${n(vy + 112)}H518Z" fill="${wallTone}"/><path d="M-10 ${n(vy + 2)}H282v12H-10ZM518 ${n(vy + 2)}H810v12H518Z" fill="#a4503a"/>`
  const damage = after
    ? ''
    : `<g filter="url(#rough)"><path d="M90 ${n(vy - 4)}L208 ${n(vy - 2)}L176 ${n(vy + 60)}L120 ${n(vy + 66)}Z" fill="#7c8a5a"/>${many(14, () => lump(chance, { x: chance.between(80, 230), y: vy + chance.between(96, 128), wide: chance.between(8, 22), high: chance.between(6, 13), bumps: 6 }, 'fill="#b3765a" stroke="#7d4c38"'))}</g>${line(
        [
          [230, vy + 14],
          [246, vy + 52],
          [236, vy + 74],
          [252, vy + 110],
        ],
        'stroke="#5d5238" stroke-width="4"',
      )}`
  const gate = `<rect x="276" y="${n(vy - 46)}" width="28" height="160" fill="#a4503a"/><rect x="496" y="${n(vy - 46)}" width="28" height="160" fill="#a4503a"/><rect x="262" y="${n(vy - 76)}" width="276" height="36" rx="5" fill="#1f5f8e"/><path d="M300 ${n(vy - 58)}h200" stroke="#fff" stroke-width="10" stroke-dasharray="26 8 40 8 18 8" opacity=".9"/>${many(11, (bar) => `<rect x="${n(310 + bar * 17)}" y="${n(vy + 8)}" width="5" height="104" fill="#3a6a52"/>`)}`
  const street = `<rect y="${n(vy + 112)}" width="800" height="34" fill="#c3b8a0"/><rect y="${n(vy + 146)}" width="800" height="300" fill="url(#asphalt)"/>`
  const crossing = after
    ? many(
        7,
        (index) =>
          `<path d="M${n(262 + index * 42)} ${n(vy + 156)}h26l${n((index - 3) * 12)} 160h-${n(44)}Z" fill="#f4f2ea" opacity=".92"/>`,
      )
    : ''
  const riders = after
    ? drawRider(paint, { right: 3.2, away: 7 })
    : many(7, (index) =>
        drawRider(paint, {
          right: -3.4 + index * 1.05 + chance.between(-0.2, 0.2),
          away: chance.between(4.8, 7),
        }),
      )
  return `${drawBackdrop(paint)}<rect y="${n(vy)}" width="800" height="130" fill="#b5a37c"/>${hall}${flag}${drawTree(paint, { x: 70, y: vy + 20, size: 210 })}${drawTree(paint, { x: 735, y: vy + 20, size: 230 })}${gate}${wall}${damage}${street}${crossing}${riders}`
}
