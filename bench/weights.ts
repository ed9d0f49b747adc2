import { ask } from './load.ts'

/** What a first view of a page weighs over the wire, in bytes with gzip. */
export interface Weight {
  readonly page: string
  readonly html: number
  readonly scriptAndStyle: number
  readonly fonts: number
}

const gzip = { 'accept-encoding': 'gzip' }

/** Loads a page as a browser does on a first visit: its document, its styles, and the scripts it names. */
export async function weigh(address: string, path: string): Promise<Weight> {
  const document = await ask(address + path, { headers: gzip })
  const html = (await ask(address + path)).body.toString('utf8')
  const linked = [...html.matchAll(/(?:href|src)="([^"]+\.(?:js|css))"/g)].map((found) => found[1] ?? '')
  const imported = [...html.matchAll(/import\("([^"]+\.js)"\)/g)].map((found) => found[1] ?? '')
  const urls = new Set([...linked, ...imported].map((url) => new URL(url, address + path).href))
  let scriptAndStyle = 0
  for (const url of urls) scriptAndStyle += (await ask(url, { headers: gzip })).body.length
  const fonts = [...html.matchAll(/href="([^"]+\.woff2)"/g)].map(
    (found) => new URL(found[1] ?? '', address + path).href,
  )
  let fontBytes = 0
  for (const url of new Set(fonts)) fontBytes += (await ask(url)).body.length
  return { page: path, html: document.body.length, scriptAndStyle, fonts: fontBytes }
}
