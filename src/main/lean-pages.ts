import type { Plugin } from 'vite'

const messageFile = /\/design\/messages\/messages\/[a-z0-9_]+\.js$/
const languageRuntime = /\/design\/messages\/runtime\.js$/
/** What messages and pages take from Paraglide's runtime. */
const languageOfBrowser = `export * from '../browser-language.ts'
export const experimentalStaticLocale = undefined
`
const lucideIcon = /@lucide\/svelte\/dist\/icons\/[a-z0-9-]+\.svelte$/

type Stroke = readonly [tag: string, attributes: Readonly<Record<string, string | number>>]

/**
 * Keeps pages small. An icon becomes its strokes, which `design/Icon.svelte` puts into an
 * svg, instead of data that a program draws element by element. A message without numbers or names
 * in it becomes its words in both languages, instead of three functions of its own. Of Paraglide's runtime a page needs
 * which language it speaks and where it stands in the other.
 */
export function leanPages(): Plugin {
  return {
    name: 'lean-pages',
    enforce: 'pre',
    transform(code, id) {
      if (lucideIcon.test(id)) return { code: iconAsStrokes(code), map: null }
      if (this.environment.name !== 'client') return null
      if (languageRuntime.test(id)) return { code: languageOfBrowser, map: null }
      if (!messageFile.test(id)) return null
      const words = messageAsWords(code)
      return words === null ? null : { code: words, map: null }
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

const wordsOf = (language: string) =>
  new RegExp(
    `^const ${language}_\\w+ = .*\\(\\) => \\{\\n\\treturn .*? \\((\`(?:[^\`\\\\$]|\\\\.)*\`)\\)\\n\\};$`,
    'm',
  )

/** What Paraglide wrote for one message → its words; null where they depend on something. */
export function messageAsWords(code: string): string | null {
  const name = /^export const (\w+) = /m.exec(code)?.[1]
  const vietnamese = wordsOf('vi').exec(code)?.[1]
  const english = wordsOf('en').exec(code)?.[1]
  if (name === undefined || vietnamese === undefined || english === undefined) return null
  return `import { words } from '../../words.ts'
export const ${name} = /*#__PURE__*/ words(${vietnamese}, ${english})
`
}
