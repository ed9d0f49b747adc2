import type { Plugin } from 'vite'

const lucideIcon = /@lucide\/svelte\/dist\/icons\/[a-z0-9-]+\.svelte$/

type Stroke = readonly [tag: string, attributes: Readonly<Record<string, string | number>>]

/**
 * Keeps pages small. An icon becomes its strokes, which `design/Icon.svelte` puts into an
 * svg, instead of data that a program draws element by element.
 */
export function leanPages(): Plugin {
  return {
    name: 'lean-pages',
    enforce: 'pre',
    transform(code, id) {
      return lucideIcon.test(id) ? { code: iconAsStrokes(code), map: null } : null
    },
  }
}

/** Lucide's component for one icon → a component of nothing but its strokes. */
export function iconAsStrokes(component: string): string {
  const [, data] = /^const iconData = (\{.*\});$/m.exec(component) ?? []
  if (data === undefined) throw new Error('This release of Lucide writes its icons in another way.')
  const { node } = JSON.parse(data) as { readonly node: readonly Stroke[] }
  return `<svelte:options namespace="svg" />\n${node.map(element).join('')}\n`
}

function element([tag, attributes]: Stroke): string {
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${words.join('')} />`
}
