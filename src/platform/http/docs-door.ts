import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'

const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>C-ThaiNguyen API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script></body></html>`

const open = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })`

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The contract as OpenAPI 3.1, and a kept viewer to read it, served by ourselves. */
export function docsDoor(document: () => object): Hono {
  const app = new Hono()
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  app.get('/api/v1/openapi.json', (http) => http.json(document()))
  app.get('/api/docs', (http) => http.html(page, 200, { 'content-security-policy': policy }))
  app.get('/api/docs/open.js', (http) => http.body(open, 200, { 'content-type': 'text/javascript' }))
  app.get('/api/docs/:asset', async (http) => {
    const name = http.req.param('asset')
    const type = assets[name]
    if (type === undefined) return http.notFound()
    return http.body(await readFile(join(folder, name)), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=86400',
    })
  })
  return app
}
