import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { protocolHeader } from './server.ts'
import type { World } from './world.server.ts'

type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const root = join(import.meta.dirname, '../..')
const formLimit = '90M'

/** The pages: as built, or in development rendered by Vite with hot reload, in the same composition. */
export async function openPages(
  world: World,
  options: { readonly watch: boolean; readonly server: Server },
): Promise<PageHandler> {
  if (options.watch) return openVite(world, options.server)
  process.env['PROTOCOL_HEADER'] = protocolHeader
  process.env['BODY_SIZE_LIMIT'] = formLimit
  const built = (await import(pathToFileURL(join(root, 'build/handler.js')).href)) as { handler: PageHandler }
  return built.handler
}

async function openVite(world: World, server: Server): Promise<PageHandler> {
  const { createServer } = await import('vite')
  Object.assign(globalThis, {
    [Symbol.for('c-thainguyen import')]: (url: string) => import(url),
    [Symbol.for('c-thainguyen world')]: world,
  })
  // Through our own server, because the content security policy lets pages speak with nobody else.
  const hmr = { server }
  const vite = await createServer({ root, server: { middlewareMode: true, hmr }, appType: 'custom' })
  return (request, response, next) => vite.middlewares(request, response, next)
}
