import { drawBackdrop, drawTree } from './backdrop.ts'
import type { Paint } from './paint.ts'
import { line, many, meter, n, patch, project } from './paint.ts'
import { drawHouses, drawPole, drawRoad } from './street.ts'
import { drawCar, drawRider } from './vehicles.ts'

/** A street with shops on both sides. */
export function drawStreet(paint: Paint): string {
  const { chance, after } = paint
  const poles = [22, 13, 7].map((away) => drawPole(paint, { right: -4.3, away }).svg).join('')
  const riders = many(3, (index) =>
    drawRider(paint, { right: chance.between(0.4, 2.4), away: 16 - index * 4.2 }),
  )
  const crossing = after
    ? many(7, (index) =>
        patch(
          paint,
          { left: -2.9 + index * 0.86, right: -2.45 + index * 0.86, near: 4.2, far: 5.8 },
          'fill="#f3f1e8" opacity=".9"',
        ),
      )
    : ''
  return (
    drawBackdrop(paint) +
    drawRoad(paint, { marks: after }) +
    drawHouses(paint, { set: 5.6 }) +
    poles +
    crossing +
    drawCar(paint, { right: -1.7, away: 15 }) +
    riders
  )
}

/** A jammed street; afterwards traffic flows. */
export function drawTraffic(paint: Paint): string {
  const { chance, after } = paint
  const street =
    drawBackdrop(paint, { tea: false }) +
    drawRoad(paint, { marks: true, half: 4.2 }) +
    drawHouses(paint, { set: 6.2 })
  if (after)
    return (
      street +
      drawCar(paint, { right: 1.9, away: 17 }) +
      drawRider(paint, { right: 1.4, away: 9 }) +
      drawRider(paint, { right: -1.8, away: 14 })
    )
  const rows = [26, 20, 15, 11.5, 8.6, 6.6].map((away) => {
    const cars = [-2.3, 0, 2.3]
      .filter(() => chance.hit(away > 8 ? 0.62 : 0.3))
      .map((right) => drawCar(paint, { right: right + chance.between(-0.2, 0.2), away }))
    const riders = [-3.5, -1.2, 1.2, 3.5]
      .filter(() => chance.hit(0.6))
      .map((right) => drawRider(paint, { right, away: away - 0.8 }))
    return [...cars, ...riders].join('')
  })
  return street + rows.join('')
}

/** Stalls all over the pavement; afterwards room to walk. */
export function drawPavement(paint: Paint): string {
  const { chance, after } = paint
  const base = drawBackdrop(paint, { tea: false }) + drawHouses(paint, { sides: [1], set: 5.4 })
  const pavement = patch(paint, { left: 0.4, right: 5.4, near: 1.4, far: 60 }, 'fill="#c7b9a2"')
  const tiles = many(26, (index) =>
    line(
      [project(paint, [0.5, 0, 2.6 + index * 0.7]), project(paint, [5.4, 0, 2.6 + index * 0.7])],
      'stroke="#a3947a" stroke-width="1.4" opacity=".7"',
    ),
  )
  const road =
    patch(paint, { left: -9, right: 0.3, near: 1.4, far: 80 }, 'fill="url(#asphalt)"') +
    patch(paint, { left: 0.3, right: 0.5, near: 1.4, far: 60 }, 'fill="#e5e0d4"')
  const trees = [20, 12]
    .map((away) =>
      drawTree(paint, {
        x: project(paint, [1.1, 0, away])[0],
        y: project(paint, [0, 0, away])[1],
        size: meter(away) * 4.6,
      }),
    )
    .join('')
  const ground = base + road + pavement + tiles + trees
  if (after)
    return (
      ground +
      patch(paint, { left: 3.5, right: 3.65, near: 2, far: 40 }, 'fill="#f4e27a"') +
      drawWalker(paint, { right: 2.3, away: 8 }) +
      drawWalker(paint, { right: 1.8, away: 13 })
    )
  const stalls = [17, 11.5, 8, 5.6]
    .map((away) => drawStall(paint, { right: chance.between(1.7, 3.4), away }))
    .join('')
  return ground + stalls + drawRider(paint, { right: 0, away: 7.4 })
}

function drawWalker(paint: Paint, at: { right: number; away: number }): string {
  const [x, y] = project(paint, [at.right, 0, at.away])
  const m = meter(at.away)
  const coat = paint.chance.pick(['#a4485c', '#3d6a94', '#d2a43f', '#4b7d59'])
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(m * 0.32)}" ry="${n(m * 0.07)}" opacity=".3"/><path d="M${n(x - m * 0.12)} ${n(y)}V${n(y - m * 0.75)}H${n(x + m * 0.12)}V${n(y)}H${n(x + m * 0.03)}V${n(y - m * 0.6)}H${n(x - m * 0.03)}V${n(y)}Z" fill="#2c3138"/><rect x="${n(x - m * 0.2)}" y="${n(y - m * 1.32)}" width="${n(m * 0.4)}" height="${n(m * 0.66)}" rx="${n(m * 0.12)}" fill="${coat}"/><circle cx="${n(x)}" cy="${n(y - m * 1.46)}" r="${n(m * 0.12)}" fill="#b98a63"/><path d="M${n(x - m * 0.34)} ${n(y - m * 1.46)}L${n(x)} ${n(y - m * 1.74)}L${n(x + m * 0.34)} ${n(y - m * 1.46)}Z" fill="#e3cf9a"/>`
}

function drawStall(paint: Paint, at: { right: number; away: number }): string {
  const { chance } = paint
  const [x, y] = project(paint, [at.right, 0, at.away])
  const m = meter(at.away)
  const top = y - m * 2.3
  const colours = chance.pick([
    ['#c8463c', '#f4efe2'],
    ['#2f6fae', '#f4efe2'],
    ['#3c8a55', '#f0dc7a'],
    ['#e08a34', '#fbe6b8'],
  ] as const)
  const ribs = many(
    6,
    (rib) =>
      `<path d="M${n(x)} ${n(top - m * 0.42)}L${n(x - m * 1.35 + rib * m * 0.45)} ${n(top)}h${n(m * 0.45)}Z" fill="${colours[rib % 2 === 0 ? 0 : 1]}"/>`,
  )
  const goods = many(
    15,
    () =>
      `<circle cx="${n(x + chance.between(-0.85, 0.85) * m)}" cy="${n(y - m * chance.between(0.74, 0.92))}" r="${n(m * 0.1)}" fill="${chance.pick(['#d9472b', '#e9a12c', '#6aa53a', '#8fbf4b', '#c9302c', '#f0d25a'])}"/>`,
  )
  const seats = many(
    3,
    () =>
      `<rect x="${n(x + chance.between(-1.7, 1.5) * m)}" y="${n(y - m * 0.3)}" width="${n(m * 0.28)}" height="${n(m * 0.3)}" rx="3" fill="${chance.pick(['#c83a34', '#2d62a8'])}"/>`,
  )
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(m * 1.3)}" ry="${n(m * 0.2)}" opacity=".3"/>${line(
    [
      [x, y],
      [x, top],
    ],
    `stroke="#d8d5cc" stroke-width="${n(m * 0.06)}"`,
  )}<rect x="${n(x - m)}" y="${n(y - m * 0.75)}" width="${n(m * 2)}" height="${n(m * 0.72)}" fill="#7b5b3a"/><rect x="${n(x - m)}" y="${n(y - m * 0.75)}" width="${n(m * 2)}" height="${n(m * 0.16)}" fill="#9a774f"/>${goods}${ribs}${seats}`
}
