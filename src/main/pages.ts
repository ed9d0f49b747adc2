import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { protocolHeader } from './server.ts'

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const root = join(import.meta.dirname, '../..')
const formLimit = '90M'

/** The pages: as built, or in development rendered by Vite with hot reload, in the same composition. */
export async function openPages(options: { watch: boolean }): Promise<PageHandler> {
  if (options.watch) return openVite()
  process.env['PROTOCOL_HEADER'] = protocolHeader
  process.env['BODY_SIZE_LIMIT'] = formLimit
  const built = (await import(pathToFileURL(join(root, 'build/handler.js')).href)) as { handler: PageHandler }
  return built.handler
}

async function openVite(): Promise<PageHandler> {
  const { createServer } = await import('vite')
  Object.assign(globalThis, { [Symbol.for('c-thainguyen import')]: (url: string) => import(url) })
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' })
  return (request, response, next) => vite.middlewares(request, response, next)
}
