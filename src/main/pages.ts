import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { protocolHeader } from './server.ts'
import type { World } from './world.server.ts'

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const root = join(import.meta.dirname, '../..')
const formLimit = '90M'

/** The pages: as built, or in development rendered by Vite with hot reload, in the same composition. */
export async function openPages(world: World, options: { watch: boolean }): Promise<PageHandler> {
  if (options.watch) return openVite(world)
  process.env['PROTOCOL_HEADER'] = protocolHeader
  process.env['BODY_SIZE_LIMIT'] = formLimit
  const built = (await import(pathToFileURL(join(root, 'build/handler.js')).href)) as { handler: PageHandler }
  return built.handler
}

async function openVite(world: World): Promise<PageHandler> {
  const { createServer } = await import('vite')
  Object.assign(globalThis, {
    [Symbol.for('c-thainguyen import')]: (url: string) => import(url),
    [Symbol.for('c-thainguyen world')]: world,
  })
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' })
  return (request, response, next) => vite.middlewares(request, response, next)
}
