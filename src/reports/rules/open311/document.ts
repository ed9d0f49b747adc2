import { xmlText } from '#platform/pure/xml-text.ts'

/** What an answer is made of, before anybody knows whether it will be XML or JSON. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree }

/** A whole answer: a list of things, or one thing. */
export type Document =
  | { readonly root: string; readonly item: string; readonly list: readonly Tree[] }
  | { readonly root: string; readonly thing: Tree }

export const formats = ['xml', 'json'] as const
export type Format = (typeof formats)[number]

export const contentTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** What one of a list is called. */
const singular: Readonly<Record<string, string>> = {
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  notes: 'note',
  media_urls: 'media_url',
}

/**
 * Writes an answer as Open311 wants it. JSON is the "Spark" form of the XML: lists are arrays without a wrapper, what is
 * empty is null; in XML it is an empty element, so that both forms hold the same.
 */
export function writeDocument(format: Format, document: Document): string {
  if (format === 'json') return JSON.stringify('list' in document ? document.list : document.thing)
  const inside =
    'list' in document
      ? document.list.map((tree) => element(document.item, tree)).join('')
      : content(document.root, document.thing)
  return `<?xml version="1.0" encoding="utf-8"?>\n<${document.root}>${inside}</${document.root}>`
}

function element(name: string, tree: Tree): string {
  const inside = content(name, tree)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function content(name: string, tree: Tree): string {
  if (tree === null) return ''
  if (isList(tree)) return tree.map((one) => element(singular[name] ?? 'item', one)).join('')
  if (typeof tree === 'object') {
    return Object.entries(tree)
      .map(([field, value]) => element(field, value))
      .join('')
  }
  return escapeXml(String(tree))
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers make a plain line end of a bare one.
  '\r': '&#13;',
}

function escapeXml(text: string): string {
  return xmlText(text).replaceAll(/[&<>"\r]/g, (letter) => entities[letter] ?? letter)
}
