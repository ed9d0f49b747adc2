import type { TagState } from '../tag-state.ts'

/** The colours of the page as the map needs them: it draws outside of CSS. */
export interface MapTheme {
  readonly ground: string
  readonly panel: string
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly font: string
  readonly states: Readonly<Record<TagState, string>>
}

/** Reads the tokens that count on this element now, light or dark. */
export function readTheme(element: Element): MapTheme {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ground: token('--panel-2'),
    panel: token('--panel'),
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line-strong'),
    font: style.fontFamily,
    states: {
      done: token('--green-600'),
      work: token('--blue'),
      wait: token('--amber'),
      late: token('--sos'),
      plain: token('--ink-soft'),
    },
  }
}

/** Twice as many pixels as points, so that drawings are sharp on phones. */
export const drawingRatio = 2

const badgeSize = 22

/**
 * Draws what the map asks for by name: `name|Gia Sàng`, `badge|done`, `count|12`. Gives null for a name it does not know.
 * Drawn here because a map of our own has no server of letters, and Vietnamese has many.
 */
export function drawImage(id: string, theme: MapTheme): ImageData | null {
  const [kind, value = ''] = id.split('|')
  if (kind === 'name') return drawName(value, theme)
  if (kind === 'badge') return drawBadge(value as TagState, theme)
  return kind === 'count' ? drawCount(value, theme) : null
}

function sheet(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * drawingRatio)
  canvas.height = Math.ceil(height * drawingRatio)
  const pen = canvas.getContext('2d')
  pen?.scale(drawingRatio, drawingRatio)
  return pen
}

function take(pen: CanvasRenderingContext2D): ImageData {
  return pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height)
}

function drawName(name: string, theme: MapTheme): ImageData | null {
  const font = `500 13px ${theme.font}`
  const measure = sheet(1, 1)
  if (!measure) return null
  measure.font = font
  const pen = sheet(measure.measureText(name).width + 8, 20)
  if (!pen) return null
  pen.font = font
  pen.lineJoin = 'round'
  pen.lineWidth = 3
  pen.strokeStyle = theme.panel
  pen.fillStyle = theme.inkSoft
  pen.strokeText(name, 4, 15)
  pen.fillText(name, 4, 15)
  return take(pen)
}

function disc(pen: CanvasRenderingContext2D, size: number, colours: { fill: string; edge: string }): void {
  pen.beginPath()
  pen.arc(size / 2, size / 2, size / 2 - 2, 0, Math.PI * 2)
  pen.fillStyle = colours.fill
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = colours.edge
  pen.stroke()
}

/** The shapes of the tags: tick, disc, square, triangle, ring; a state is never told by its colour alone. */
const signs: Readonly<Record<TagState, readonly (readonly [number, number])[]>> = {
  done: [
    [7, 11],
    [10, 14],
    [15.5, 7.5],
  ],
  work: [],
  wait: [
    [8, 8],
    [14, 8],
    [14, 14],
    [8, 14],
  ],
  late: [
    [11, 6.5],
    [15.5, 14],
    [6.5, 14],
  ],
  plain: [],
}

function drawBadge(state: TagState, theme: MapTheme): ImageData | null {
  const pen = sheet(badgeSize, badgeSize)
  if (!pen || !(state in signs)) return null
  disc(pen, badgeSize, { fill: theme.states[state], edge: theme.panel })
  pen.beginPath()
  for (const [x, y] of signs[state]) pen.lineTo(x, y)
  if (state === 'done') {
    pen.strokeStyle = theme.panel
    pen.lineWidth = 2.2
    pen.stroke()
  } else {
    pen.fillStyle = theme.panel
    pen.fill()
  }
  return take(pen)
}

function drawCount(count: string, theme: MapTheme): ImageData | null {
  const size = 30 + count.length * 4
  const pen = sheet(size, size)
  if (!pen) return null
  disc(pen, size, { fill: theme.states.done, edge: theme.panel })
  pen.font = `700 14px ${theme.font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = theme.panel
  pen.fillText(count, size / 2, size / 2 + 1)
  return take(pen)
}
