import type { Mood, Paint, Pixel } from './paint.ts'
import { leaves, many, n, polygon, width } from './paint.ts'

interface Air {
  readonly top: string
  readonly low: string
  readonly hills: readonly [string, string, string]
  readonly ground: string
}

const airs: Readonly<Record<Mood, Air>> = {
  clear: { top: '#6fa8d6', low: '#dfeef2', hills: ['#9dbccb', '#6f9d8c', '#4f7f4e'], ground: '#7f9a57' },
  overcast: { top: '#a4b1ba', low: '#dce2e2', hills: ['#a9b8bf', '#7f9794', '#587a5a'], ground: '#76895c' },
  dusk: { top: '#6f7fae', low: '#f6cfa4', hills: ['#a79bb2', '#75798a', '#4c5f55'], ground: '#6f7650' },
  night: { top: '#0a1022', low: '#27304a', hills: ['#1d2740', '#162034', '#101a24'], ground: '#1a231f' },
}

/** Gradients, textures and blurs that every picture may use. */
export function drawDefinitions(paint: Paint): string {
  const air = airs[paint.mood]
  const seed = paint.chance.whole(1, 900)
  return `<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${air.top}"/><stop offset="1" stop-color="${air.low}"/></linearGradient>
<linearGradient id="asphalt" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8b8f90"/><stop offset=".35" stop-color="#6c7072"/><stop offset="1" stop-color="#54585b"/></linearGradient>
<radialGradient id="edge" cx=".5" cy=".48" r=".75"><stop offset=".55" stop-opacity="0"/><stop offset="1" stop-opacity=".42"/></radialGradient>
<radialGradient id="cloud"><stop offset="0" stop-color="#fff" stop-opacity=".8"/><stop offset=".5" stop-color="#fff" stop-opacity=".45"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="cone" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe3a0" stop-opacity=".26"/><stop offset="1" stop-color="#ffe3a0" stop-opacity=".02"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff3cd"/><stop offset=".25" stop-color="#ffdf94" stop-opacity=".75"/><stop offset="1" stop-color="#ffc964" stop-opacity="0"/></radialGradient>
<filter id="rough" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="13" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="soft"><feGaussianBlur stdDeviation="2"/></filter>
<filter id="softer" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="9"/></filter>
</defs>`
}

/** Sky, clouds, the layered hills of the midlands and a tea slope. */
export function drawBackdrop(paint: Paint, options: { tea?: boolean } = {}): string {
  const air = airs[paint.mood]
  const { vy } = paint
  return [
    `<rect width="${width}" height="${n(vy + 30)}" fill="url(#sky)"/>`,
    paint.mood === 'night' ? drawStars(paint) : drawClouds(paint),
    ridge(paint, { base: vy + 8, high: 96, colour: air.hills[0], waves: 5 }),
    ridge(paint, { base: vy + 12, high: 62, colour: air.hills[1], waves: 4 }),
    ridge(paint, { base: vy + 18, high: 34, colour: air.hills[2], waves: 3 }),
    `<rect y="${n(vy + 4)}" width="${width}" height="600" fill="${air.ground}"/>`,
    options.tea === false ? '' : drawTea(paint),
  ].join('')
}

/** Soft by their gradient: blurring so much sky costs more than all the rest of a picture. */
function drawClouds(paint: Paint): string {
  const { chance } = paint
  const share = paint.mood === 'clear' ? 0.8 : 0.5
  return many(7, () => {
    const x = chance.between(0, width)
    const y = chance.between(15, paint.vy - 100)
    return many(4, (part) => {
      const [cx, cy] = [x + (part - 1.5) * 44, y - (part === 1 ? 9 : chance.between(-3, 3))]
      const [rx, ry] = [chance.between(62, 104), chance.between(15, 27)]
      return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="url(#cloud)" opacity="${n(share)}"/>`
    })
  })
}

function drawStars(paint: Paint): string {
  const { chance } = paint
  return many(40, () => {
    const [x, y] = [chance.between(0, width), chance.between(0, paint.vy - 40)]
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(chance.between(0.4, 1.2))}" fill="#dfe6ff" opacity=".7"/>`
  })
}

function ridge(paint: Paint, of: { base: number; high: number; colour: string; waves: number }): string {
  const { chance } = paint
  const phases = [chance.between(0, 6), chance.between(0, 6), chance.between(0, 6)] as const
  const top = (x: number) => {
    const along = (x / width) * of.waves
    const wave = Math.sin(along * 1.7 + phases[0]) + 0.6 * Math.sin(along * 3.1 + phases[1])
    return of.base - of.high * (0.55 + 0.3 * wave + 0.08 * Math.sin(along * 9 + phases[2]))
  }
  const crest = Array.from({ length: 41 }, (_, step): Pixel => [step * 20, Math.min(top(step * 20), of.base)])
  return polygon([...crest, [width, of.base + 20], [0, of.base + 20]], `fill="${of.colour}"`)
}

/** Rows of tea on a slope at one side. */
function drawTea(paint: Paint): string {
  const { chance, vy } = paint
  const right = chance.hit(0.5)
  const far = chance.between(190, 330)
  const x = (part: number) => (right ? width - part : part)
  const night = paint.mood === 'night'
  const hill: Pixel[] = [
    [x(-20), vy - 74],
    [x(far * 0.45), vy - 46],
    [x(far), vy + 12],
    [x(far + 40), vy + 60],
    [x(-20), vy + 120],
  ]
  const rows = many(9, (row) => {
    const drop = row * 15
    const path = `M${n(x(-20))} ${n(vy - 62 + drop)}Q${n(x(far * 0.5))} ${n(vy - 42 + drop)} ${n(x(far + 20))} ${n(vy + 18 + drop * 0.8)}`
    return (
      `<path d="${path}" fill="none" stroke="${night ? '#16241a' : '#2f6b34'}" stroke-width="9" stroke-dasharray="16 3"/>` +
      `<path d="${path}" fill="none" stroke="${night ? '#1d3022' : '#6aa84a'}" stroke-width="4" stroke-dasharray="14 5" transform="translate(0 -3)"/>`
    )
  })
  const shape = `M${hill.map(([hx, hy]) => `${n(hx)} ${n(hy)}`).join('L')}Z`
  return (
    `<clipPath id="tea"><path d="${shape}"/></clipPath>` +
    `<path d="${shape}" fill="${night ? '#0e1912' : '#3f7a3c'}"/><g clip-path="url(#tea)">${rows}</g>`
  )
}

/** A broad tree standing on a spot, in pixels. */
export function drawTree(paint: Paint, at: { x: number; y: number; size: number }): string {
  const { chance } = paint
  const { x, y, size } = at
  const tones = paint.mood === 'night' ? ['#0c1610', '#111e15', '#16261b'] : ['#2c5a2e', '#3d7539', '#5d9748']
  const crown = tones
    .map((tone, layer) =>
      many(5, () => {
        const spread = size * (0.34 - layer * 0.06)
        const cx = x + chance.between(-1, 1) * spread
        const cy = y - size * (0.72 + layer * 0.07) + chance.between(-1, 1) * spread * 0.55
        const crownSize = { wide: size * (0.27 - layer * 0.05), high: size * (0.21 - layer * 0.04) }
        return leaves(chance, { x: cx, y: cy, ...crownSize }, `fill="${tone}"`)
      }),
    )
    .join('')
  const trunk = `<path d="M${n(x - size * 0.04)} ${n(y)}L${n(x - size * 0.025)} ${n(y - size * 0.6)}H${n(x + size * 0.025)}L${n(x + size * 0.045)} ${n(y)}Z" fill="${paint.mood === 'night' ? '#14110d' : '#5b4632'}"/>`
  return trunk + crown
}

/** Darkened corners, as a phone camera makes them, and dim light at night. */
export function drawFinish(): string {
  return `<rect width="800" height="600" fill="url(#edge)"/>`
}
