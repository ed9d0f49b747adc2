import type { Polygon } from './locate.ts'

type Position = readonly [number, number]

interface Edge {
  readonly a: Position
  readonly b: Position
  readonly west: number
  readonly east: number
}

/**
 * Whether two edges of a closed ring cross. Edges are walked from west to east and compared only while they overlap, so
 * that a ring of many thousand points takes moments. Touching in a point counts as no crossing.
 */
export function crossesItself(ring: Polygon[number]): boolean {
  const edges = edgesOf(ring).sort((one, other) => one.west - other.west)
  let open: Edge[] = []
  for (const edge of edges) {
    open = open.filter((other) => other.east >= edge.west)
    if (open.some((other) => cross(edge, other))) return true
    open.push(edge)
  }
  return false
}

function edgesOf(ring: Polygon[number]): Edge[] {
  const edges: Edge[] = []
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1], ring[at]]
    if (!a || !b || (a[0] === b[0] && a[1] === b[1])) continue
    edges.push({ a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) })
  }
  return edges
}

function cross(one: Edge, other: Edge): boolean {
  const apart = side(one, other.a) * side(one, other.b) < 0
  return apart && side(other, one.a) * side(other, one.b) < 0
}

/** On which side of the edge a point lies: 1, -1, or 0 when on its line. */
function side({ a, b }: Edge, point: Position): number {
  return Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]))
}
