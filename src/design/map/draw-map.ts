import type { TagState } from '../tag-state.ts'
import type { Bounds, MapName, MapPoint } from './geo.ts'
import { placeNames, project, reachOf } from './geo.ts'

/** What a drawn map shows. */
export interface Drawing {
  readonly points: readonly Pick<MapPoint, 'lat' | 'lon' | 'state'>[]
  readonly names: readonly MapName[]
  readonly bounds: Bounds
}

const sheet = { width: 480, height: 480, letter: 11 }
const states: readonly TagState[] = ['plain', 'done', 'work', 'wait', 'late']

/** Each state has a shape besides its colour; drawn from the middle of its mark. */
const signs: Readonly<Partial<Record<TagState, string>>> = {
  done: 'm-3.4 0 2.5 2.7 4.4-5.2',
  wait: 'm-2.4-2.4h4.8v4.8h-4.8z',
  late: 'm0-3.4 3.2 5.8h-6.4z',
}

/** The colours of `tokens.css`: a picture is drawn outside of the page's styles. */
const light = colours('#ecf1e7 #ffffff #74847a #424f47 #186536 #094d92 #8a5a00 #9c101b')
const dark = colours('#222b24 #1a211c #7d8d82 #a9b8ad #86d6a5 #8cc4ff #ffd27a #ff9a9a')

/**
 * A map as a picture, for where none that moves can be: discs of land, dots and names of communes, and the points by
 * their states. Land is one path and each state is drawn once, so that a map of a hundred points stays small.
 */
export function drawMap({ points, names, bounds }: Drawing): string {
  const at = project(bounds, sheet)
  const land = names.map((name) => disc(at(name), Math.round(reachOf(at, name))))
  const dots = names
    .map(at)
    .filter(({ x, y }) => x > 0 && x < sheet.width && y > 0 && y < sheet.height)
    .map(dot)
  const words = placeNames(names, at, sheet).map(
    ({ name, x, y }) => `<text x="${x}" y="${round(y - 5)}">${escaped(name)}</text>`,
  )
  const used = states.filter((state) => points.some((point) => point.state === state))
  const marks = points.map((point) => ({ ...at(point), state: point.state }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}">`,
    `<style>${style}</style><rect class="ground" width="${sheet.width}" height="${sheet.height}"/>`,
    `<path class="land" d="${land.join('')}"/><path class="dots" d="${dots.join('')}"/>`,
    ...words,
    `<defs>${used.map(markOf).join('')}</defs>`,
    ...marks.map(({ x, y, state }) => `<use href="#${state}" x="${x}" y="${y}"/>`),
    '</svg>',
  ].join('')
}

interface At {
  readonly x: number
  readonly y: number
}

function markOf(state: TagState): string {
  const sign = signs[state]
  const above = sign ? `<path class="${state === 'done' ? 'line' : 'sign'}" d="M0 0${sign}"/>` : ''
  return `<g id="${state}"><circle r="8"/>${above}</g>`
}

/** A point of no length: its round ends make it a dot. */
function dot({ x, y }: At): string {
  return `M${x} ${y}h0`
}

function disc({ x, y }: At, reach: number): string {
  return `M${round(x - reach)} ${y}a${reach} ${reach} 0 1 0 ${2 * reach} 0a${reach} ${reach} 0 1 0-${2 * reach} 0`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function colours(all: string): string {
  const [ground, panel, line, ink, done, work, wait, late] = all.split(' ')
  return [
    `.ground{fill:${ground}}.land{fill:${panel}}.dots{stroke:${line}}text{fill:${ink}}`,
    `text,circle,.line{stroke:${panel}}.sign{fill:${panel}}.line{fill:none}`,
    `#done{fill:${done}}#work{fill:${work}}#wait{fill:${wait}}#late{fill:${late}}#plain{fill:${ink}}`,
  ].join('')
}

const style = [
  `text{font:${sheet.letter}px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;`,
  'text-anchor:middle;paint-order:stroke;stroke-width:3px;stroke-linejoin:round}',
  'path{stroke-linecap:round}.dots{stroke-width:3.6px;opacity:.55}circle{stroke-width:2px}',
  '.line{stroke-width:1.8px;stroke-linejoin:round}',
  `${light}@media(prefers-color-scheme:dark){${dark}}`,
].join('')
