import type { Paint } from './paint.ts'
import { meter, n, project } from './paint.ts'

/** Somebody on a motorbike, seen from behind. */
export function drawRider(paint: Paint, at: { right: number; away: number }): string {
  const [x, y] = project(paint, [at.right, 0, at.away])
  const m = meter(at.away)
  const shirt = paint.chance.pick(['#2f5f8f', '#a43f3f', '#e4dccb', '#3f7a53', '#6d5a8c', '#cf8a35'])
  const helmet = paint.chance.pick(['#f2f2ee', '#23272b', '#c4473c', '#2f7d57'])
  return [
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(m * 0.42)}" ry="${n(m * 0.09)}" fill="#000" opacity=".35"/>`,
    `<rect x="${n(x - m * 0.07)}" y="${n(y - m * 0.55)}" width="${n(m * 0.14)}" height="${n(m * 0.55)}" rx="${n(m * 0.06)}" fill="#1d1f21"/>`,
    `<rect x="${n(x - m * 0.2)}" y="${n(y - m * 0.78)}" width="${n(m * 0.4)}" height="${n(m * 0.32)}" rx="${n(m * 0.09)}" fill="#33383c"/>`,
    `<rect x="${n(x - m * 0.05)}" y="${n(y - m * 0.72)}" width="${n(m * 0.1)}" height="${n(m * 0.06)}" fill="#d1362f"/>`,
    `<path d="M${n(x - m * 0.25)} ${n(y - m * 0.72)}Q${n(x - m * 0.27)} ${n(y - m * 1.28)} ${n(x)} ${n(y - m * 1.3)}Q${n(x + m * 0.27)} ${n(y - m * 1.28)} ${n(x + m * 0.25)} ${n(y - m * 0.72)}Z" fill="${shirt}"/>`,
    `<circle cx="${n(x)}" cy="${n(y - m * 1.42)}" r="${n(m * 0.15)}" fill="${helmet}"/>`,
  ].join('')
}

/** A car seen from behind. */
export function drawCar(paint: Paint, at: { right: number; away: number }): string {
  const [x, y] = project(paint, [at.right, 0, at.away])
  const m = meter(at.away)
  const colour = paint.chance.pick(['#e9e9e6', '#b9bfc4', '#3d434a', '#a3302b', '#2c4a6e', '#d9c9a0'])
  const box = ([left, top]: readonly [number, number], size: readonly [number, number], attributes: string) =>
    `<rect x="${n(x + left * m)}" y="${n(y - top * m)}" width="${n(size[0] * m)}" height="${n(size[1] * m)}" rx="${n(m * 0.09)}" ${attributes}/>`
  return [
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(m)}" ry="${n(m * 0.14)}" fill="#000" opacity=".4"/>`,
    box([-0.82, 0.34], [0.24, 0.34], 'fill="#17191b"') + box([0.58, 0.34], [0.24, 0.34], 'fill="#17191b"'),
    box([-0.7, 1.45], [1.4, 0.8], `fill="${colour}"`) + box([-0.6, 1.36], [1.2, 0.5], 'fill="#26323a"'),
    box([-0.88, 0.92], [1.76, 0.66], `fill="${colour}"`) +
      box([-0.88, 0.5], [1.76, 0.24], 'fill="#000" opacity=".25"'),
    box([-0.82, 0.84], [0.26, 0.16], 'fill="#c8322b"') + box([0.56, 0.84], [0.26, 0.16], 'fill="#c8322b"'),
    box([-0.25, 0.62], [0.5, 0.13], 'fill="#f4f4f0"'),
  ].join('')
}
