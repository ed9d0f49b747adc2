import { drawBackdrop, drawTree } from './backdrop.ts'
import type { Paint } from './paint.ts'
import { leaves, line, lump, many, meter, n, patch, project, puddle } from './paint.ts'

/** A river of dark water; afterwards clear. */
export function drawRiver(paint: Paint): string {
  const { chance, after, vy } = paint
  const banks = many(7, (index) =>
    drawTree(paint, {
      x: chance.between(0, 260) + (index % 2) * 540,
      y: vy + chance.between(26, 48),
      size: chance.between(90, 150),
    }),
  )
  const colours = after
    ? (['#4f8f92', '#9cc9c4'] as const)
    : chance.pick([
        ['#3b352c', '#6f6552'],
        ['#4c3b24', '#93713f'],
        ['#2c302e', '#5b6660'],
      ] as const)
  const bed = `<path d="M330 ${n(vy + 16)}Q480 ${n(vy + 110)} 90 ${n(vy + 190)}Q-80 ${n(vy + 250)} -40 620H860Q840 ${n(vy + 230)} 560 ${n(vy + 130)}Q470 ${n(vy + 80)} 410 ${n(vy + 16)}Z"`
  const water = `${bed} fill="${colours[0]}"/>`
  const shine = many(36, () => {
    const y = chance.between(vy + 120, 600)
    return `<ellipse cx="${n(chance.between(60, 760))}" cy="${n(y)}" rx="${n(chance.between(20, 110))}" ry="${n(chance.between(1, 4))}" fill="${colours[1]}" opacity=".5"/>`
  })
  const foam = after ? '' : drawFoam(paint)
  const pipe = after ? '' : drawOutfall(paint)
  const grass = many(26, () =>
    leaves(
      chance,
      {
        x: chance.pick([chance.between(-20, 110), chance.between(690, 820)]),
        y: chance.between(vy + 130, 600),
        wide: 42,
        high: 24,
      },
      `fill="${chance.pick(['#4d7a39', '#6a9a48', '#3c6530'])}"`,
    ),
  )
  return `${drawBackdrop(paint)}${banks}${water}<clipPath id="bed">${bed}/></clipPath><g clip-path="url(#bed)">${shine}</g>${foam}${pipe}${grass}`
}

function drawFoam(paint: Paint): string {
  const { chance, vy } = paint
  return many(20, () => {
    const at = { x: chance.between(120, 700), y: chance.between(vy + 190, 560) }
    const size = { wide: chance.between(14, 46), high: chance.between(5, 13) }
    return lump(chance, { ...at, ...size }, 'fill="#e4dfcf" opacity=".82"')
  })
}

function drawOutfall(paint: Paint): string {
  const y = paint.vy + 176
  return `<g filter="url(#rough)"><path d="M700 ${n(y + 24)}Q610 ${n(y + 34)} 590 ${n(y + 130)}H670Q676 ${n(y + 70)} 720 ${n(y + 58)}Z" fill="#231f1a"/><path d="M690 ${n(y + 34)}Q634 ${n(y + 54)} 626 ${n(y + 120)}" stroke="#8d8067" stroke-width="7" fill="none"/></g><path d="M820 ${n(y - 22)}L716 ${n(y)}V${n(y + 68)}L820 ${n(y + 60)}Z" fill="#8e908c"/><ellipse cx="716" cy="${n(y + 34)}" rx="16" ry="35" fill="#23211e" stroke="#a8aaa6" stroke-width="7"/>`
}

/** Chimneys with dark smoke over the fields; afterwards a clear sky. */
export function drawSmoke(paint: Paint): string {
  const { chance, after, vy } = paint
  const left = chance.between(180, 420)
  const stacks = [0, 74].map((step, index) => {
    const x = left + step
    const top = vy - 150 + index * 34
    return {
      x,
      top,
      svg: `<path d="M${n(x)} ${n(top)}h26l6 ${n(vy + 20 - top)}h-38Z" fill="#9a6a56"/><path d="M${n(x + 15)} ${n(top)}h11l6 ${n(vy + 20 - top)}h-14Z" opacity=".18"/><path d="M${n(x - 1)} ${n(top + 18)}h28M${n(x - 2)} ${n(top + 46)}h30" stroke="#e9e2d6" stroke-width="9"/>`,
    }
  })
  const hall = `<path d="M${n(left - 130)} ${n(vy + 26)}V${n(vy - 34)}l46 -26v26l46 -26v26l46 -26v26l46 -26v26l46 -26v26h60V${n(vy + 26)}Z" fill="#8494a0"/><path d="M${n(left - 130)} ${n(vy - 8)}h330v34h-330Z" fill="#6c7b86"/>${many(9, (index) => `<rect x="${n(left - 116 + index * 34)}" y="${n(vy - 2)}" width="20" height="12" fill="#c8d4d9"/>`)}`
  const plumes = after ? '' : stacks.map((stack) => drawPlume(paint, stack)).join('')
  const veil = after ? '' : `<rect y="0" width="800" height="${n(vy + 60)}" fill="#6e6a60" opacity=".25"/>`
  return `${drawBackdrop(paint, { tea: false })}${drawPaddies(paint)}${stacks.map((stack) => stack.svg).join('')}${hall}${veil}${plumes}${many(3, () => drawTree(paint, { x: chance.between(560, 780), y: vy + chance.between(60, 120), size: 170 }))}`
}

function drawPlume(paint: Paint, from: { x: number; top: number }): string {
  const { chance } = paint
  return ['#34312e', '#4b4743', '#6b665f']
    .map((tone, layer) =>
      many(15, (index) => {
        const far = index / 15
        const x = from.x + 12 + far * far * 420 + chance.between(-12, 12) * (1 + far * 3)
        const y = from.top - 12 - far * 128 + chance.between(-10, 10) * (1 + far * 3) - layer * 7
        const size = 16 + far * 66 - layer * 6
        return leaves(
          chance,
          { x, y, wide: size, high: size * 0.72 },
          `fill="${tone}" opacity="${n((0.92 - far * 0.55) * (1 - layer * 0.15))}"`,
        )
      }),
    )
    .join('')
}

/** Rice in rows, with banks between the plots. */
function drawPaddies(paint: Paint, options: { sick?: boolean } = {}): string {
  const { chance } = paint
  const tone = () =>
    chance.pick(options.sick ? ['#b8a54a', '#a3a34c', '#c7b15a'] : ['#7fae4a', '#91bb55', '#6f9f42'])
  const plots = [
    [-30, -8],
    [-7.4, 0.6],
    [1.2, 9],
    [9.6, 30],
  ]
  const bands = [
    [30, 70],
    [15, 29],
    [8.4, 14.5],
    [4.6, 8],
    [1.8, 4.4],
  ]
  const fields = bands.flatMap(([near = 0, far = 0]) =>
    plots.map(([left = 0, right = 0]) => patch(paint, { left, right, near, far }, `fill="${tone()}"`)),
  )
  const earth = patch(paint, { left: -60, right: 60, near: 1.4, far: 90 }, 'fill="#8a7748"')
  const blades = many(300, () => {
    const away = 1.9 + chance.between(0, 1) ** 2 * 16
    const right = chance.between(-0.68, 0.68) * away
    const [x, y] = project(paint, [right, 0, away])
    const tall = meter(away) * chance.between(0.16, 0.32)
    return line(
      [
        [x, y],
        [x + chance.between(-0.2, 0.2) * tall, y - tall],
      ],
      `stroke="${options.sick && chance.hit(0.6) ? '#cdb661' : '#5b8c34'}" stroke-width="${n(Math.max(meter(away) * 0.015, 1))}" opacity=".85"`,
    )
  })
  return `${earth}${fields.join('')}${blades}`
}

/** A rice field that yellows; afterwards green again. */
export function drawField(paint: Paint): string {
  const { after, chance, vy } = paint
  const farmer = (x: number, y: number, m: number) =>
    `<path d="M${n(x - m * 0.2)} ${n(y)}V${n(y - m)}q${n(m * 0.2)} -${n(m * 0.3)} ${n(m * 0.4)} 0V${n(y)}Z" fill="${chance.pick(['#3f5f86', '#7a4a5c', '#59694a'])}"/><circle cx="${n(x)}" cy="${n(y - m * 1.22)}" r="${n(m * 0.16)}" fill="#b0855f"/><path d="M${n(x - m * 0.42)} ${n(y - m * 1.24)}L${n(x)} ${n(y - m * 1.62)}L${n(x + m * 0.42)} ${n(y - m * 1.24)}Z" fill="#e7d5a2"/>`
  const dead = after
    ? ''
    : many(7, () =>
        puddle(
          paint,
          {
            right: chance.between(-3.4, 3.4),
            away: chance.between(3.4, 9),
            radius: chance.between(0.4, 0.9),
            uneven: 0.3,
          },
          'fill="#7b5b2c" opacity=".55"',
        ),
      )
  return `${drawBackdrop(paint)}${many(5, (index) => drawTree(paint, { x: 60 + index * 170 + chance.between(-40, 40), y: vy + 30, size: chance.between(60, 110) }))}${drawPaddies(paint, { sick: !after })}${dead}${farmer(chance.between(200, 600), vy + 130, 62)}${farmer(chance.between(100, 700), vy + 84, 38)}`
}

/** A hill dug away by an excavator; afterwards levelled, planted and closed. */
export function drawQuarry(paint: Paint): string {
  const { chance, after, vy } = paint
  const steps = many(5, (index) => {
    const y = vy - 120 + index * 52
    const tones = after ? ['#7d9a52', '#6b8c48'] : ['#c08a55', '#a36f40']
    return `<path d="M${n(120 - index * 40)} ${n(y + 52)}L${n(230 - index * 30)} ${n(y)}H${n(620 + index * 34)}L${n(720 + index * 40)} ${n(y + 52)}Z" fill="${tones[0]}"/><path d="M${n(120 - index * 40)} ${n(y + 52)}L${n(180 - index * 34)} ${n(y + 26)}H${n(668 + index * 36)}L${n(720 + index * 40)} ${n(y + 52)}Z" fill="${tones[1]}"/>`
  })
  const floor = `<rect y="${n(vy + 134)}" width="800" height="400" fill="${after ? '#8b8d5c' : '#b98a5c'}"/>`
  const plants = many(34, () =>
    drawTree(paint, {
      x: chance.between(60, 760),
      y: vy + chance.between(-40, 250),
      size: chance.between(26, 60),
    }),
  )
  const fence =
    many(
      9,
      (index) =>
        `<rect x="${n(index * 100 - 10)}" y="470" width="12" height="96" fill="#d8d6cf" stroke="#8d8b85"/>`,
    ) +
    line(
      [
        [0, 496],
        [800, 496],
      ],
      'stroke="#c33b33" stroke-width="7"',
    ) +
    line(
      [
        [0, 532],
        [800, 532],
      ],
      'stroke="#c33b33" stroke-width="7"',
    )
  return `${drawBackdrop(paint, { tea: false })}${steps}${floor}${after ? plants + fence : drawRubble(paint) + drawExcavator()}`
}

function drawRubble(paint: Paint): string {
  const { chance, vy } = paint
  const heap = many(9, () =>
    lump(
      chance,
      { x: chance.between(60, 330), y: vy + chance.between(180, 250), wide: 90, high: 46, uneven: 0.22 },
      `fill="${chance.pick(['#9a6a3f', '#b58252', '#82562f'])}"`,
    ),
  )
  const stones = many(30, () =>
    lump(
      chance,
      {
        x: chance.between(0, 800),
        y: chance.between(vy + 190, 590),
        wide: chance.between(4, 17),
        high: chance.between(3, 11),
        bumps: 6,
      },
      'fill="#8d7b66" stroke="#5a4a3a" stroke-width="1"',
    ),
  )
  const tracks = [430, 500]
    .map(
      (x) =>
        `<path d="M${x} 600Q${x + 30} 520 ${x + 90} ${n(vy + 190)}" stroke="#7b5230" stroke-width="17" fill="none" opacity=".55" stroke-dasharray="9 6"/>`,
    )
    .join('')
  return `${heap}${tracks}${stones}`
}

function drawExcavator(): string {
  return '<g transform="translate(520 330)"><ellipse cx="70" cy="138" rx="120" ry="14" opacity=".35"/><rect x="-20" y="98" width="170" height="38" rx="19" fill="#2b2c2d"/><rect x="-8" y="107" width="146" height="20" rx="10" fill="#4c4e50"/><path d="M0 98V52H96L140 66V98Z" fill="#e3a52a"/><path d="M20 52V4H78L92 52Z" fill="#e3a52a"/><path d="M28 46V12H70L80 46Z" fill="#3b5561"/><path d="M24 60L-78 -62L-92 -52L6 84Z" fill="#d39724"/><path d="M-86 -60L-152 54L-138 62L-70 -48Z" fill="#e3a52a"/><path d="M-166 46q-26 44 18 60l34 -22q-26 -14 -22 -40Z" fill="#55504a"/></g>'
}
