import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { FilesTables } from '../files/tables.ts'
import type { Doorway } from './api-door.ts'
import { failure } from './api-door.ts'
import { sendFile } from './send-file.server.ts'

const route = '/files/{id}/{size}'

/** Files as pages show them: `GET /files/{id}/{size}`. */
export function filesDoor(doorway: Doorway): Hono {
  const app = new Hono()
  app.get('/files/:id/:size', async (http) => {
    const started = performance.now()
    const context = await doorway.contextOf(http.req.raw)
    const response = await sendFile(context as unknown as Context<FilesTables>, {
      id: http.req.param('id'),
      size: http.req.param('size'),
      query: new URL(http.req.url).searchParams,
      range: http.req.header('range') ?? null,
    }).catch((error: unknown) => failure(error, context, doorway))
    const seconds = (performance.now() - started) / 1000
    doorway.observe({ route, method: http.req.method, status: response.status, seconds })
    return response
  })
  return app
}
