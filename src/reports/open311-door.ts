import { Hono } from 'hono'
import type { Context, Language } from '#platform/context.ts'
import type { Doorway } from '#platform/http/api-door.ts'
import { isDatabaseAway } from '#platform/http/api-door.ts'
import { stranger } from '#platform/actor.ts'
import { isRefused } from '#platform/pure/refused.ts'
import { fileThroughOpen311, updateThroughOpen311 } from './open311-writes.ts'
import type { ReportsWorld } from './report-reference.ts'
import { categoryOf, nameOfCategory, referenceOf } from './report-reference.ts'
import { findOpen311Token } from './find-open311-token.ts'
import { listOpen311Requests } from './list-open311-requests.ts'
import { listOpen311Updates } from './list-open311-updates.ts'
import type { Document, Format } from './rules/open311/document.ts'
import { contentTypes, writeDocument } from './rules/open311/document.ts'
import type { Params } from './rules/open311/query.ts'
import { isTrue, one, paramsOf, readRequestQuery, readUpdateRange } from './rules/open311/query.ts'
import * as views from './rules/open311/views.ts'
import { refuse } from './rules/refusals.ts'
import { readReportCode } from './rules/report-code.ts'

/** Sentences of the protocol, in the reader's language. */
export interface Open311Words {
  contact(language: Language): string
  keyNotice(language: Language): string
  danger(language: Language): string
}

/** One request, read as far as every path needs it. */
export interface Asked {
  readonly context: Context<ReportsWorld>
  readonly doorway: Doorway
  readonly words: Open311Words
  readonly request: Request
  readonly query: Params
  /** The test endpoint checks everything and keeps nothing. */
  readonly test: boolean
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  readonly run: (asked: Asked, name: string) => Promise<Document>
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^discovery$/, run: discover },
  { method: 'GET', path: /^services$/, run: listServices },
  { method: 'GET', path: /^services\/([^/]+)$/, run: defineService },
  { method: 'GET', path: /^requests$/, run: listRequests },
  { method: 'GET', path: /^requests\/([^/]+)$/, run: findRequest },
  { method: 'POST', path: /^requests$/, run: fileThroughOpen311 },
  { method: 'GET', path: /^tokens\/([^/]+)$/, run: findToken },
  { method: 'GET', path: /^servicerequestupdates$/, run: listUpdates },
  { method: 'POST', path: /^servicerequestupdates$/, run: updateThroughOpen311 },
]

/** Open311 GeoReport v2 with its discovery: the reports of the province for other programs, in XML and JSON. */
export function open311Door(doorway: Doorway, words: Open311Words): Hono {
  const app = new Hono()
  app.all('/open311/*', (http) => answer(http.req.raw, { doorway, words }))
  return app
}

type House = Pick<Asked, 'doorway' | 'words'>

async function answer(request: Request, house: House): Promise<Response> {
  const started = performance.now()
  const url = new URL(request.url)
  const format: Format = url.pathname.endsWith('.json') ? 'json' : 'xml'
  const response = await respond(request, { ...house, url, format })
  const seconds = (performance.now() - started) / 1000
  house.doorway.observe({ route: '/open311', method: request.method, status: response.status, seconds })
  return response
}

async function respond(
  request: Request,
  { doorway, words, url, format }: House & { url: URL; format: Format },
): Promise<Response> {
  let context: Context<unknown> | null = null
  try {
    const query = paramsOf(url.searchParams)
    context = await strangerOf(request, { doorway, query })
    await doorway.limitAsking(context, request, 'open311')
    const { route, name, test } = routeOf(request.method, url.pathname)
    const asked = { context: context as Context<ReportsWorld>, doorway, words, request, query, test }
    refuseOtherPlaces(asked.context, query)
    return send(format, await route.run(asked, name), { status: 200 })
  } catch (error) {
    return failed(error, { context, doorway, format })
  }
}

/** Everybody who comes in here sees what strangers see, whatever cookies they carry. */
async function strangerOf(
  request: Request,
  { doorway, query }: { doorway: Doorway; query: Params },
): Promise<Context<unknown>> {
  const context = await doorway.contextOf(request)
  const wished = one(query, 'langcode') ?? request.headers.get('accept-language') ?? ''
  return { ...context, actor: stranger(), language: /^\s*en\b/i.test(wished) ? 'en' : 'vi' }
}

function routeOf(method: string, pathname: string) {
  const [, version, path = ''] = /^\/open311\/((?:test\/)?v2\/)?(.+)\.(?:xml|json)$/.exec(pathname) ?? []
  const found = routes.find((route) => route.method === method && route.path.test(path))
  if (!found || (version === undefined && path !== 'discovery')) throw refuse('open311-path-unknown')
  const name = decode(found.path.exec(path)?.[1] ?? '')
  return { route: found, name, test: version?.startsWith('test/') ?? false }
}

function decode(text: string): string {
  try {
    const name = decodeURIComponent(text)
    if (!/\p{Cc}/u.test(name)) return name
  } catch {
    // What is no text names nothing, as what holds control characters.
  }
  throw refuse('open311-path-unknown')
}

/** There is one jurisdiction here: the province, by the name of its site. */
export function refuseOtherPlaces(context: Context<ReportsWorld>, params: Params): void {
  const asked = one(params, 'jurisdiction_id')
  const own = new URL(context.outside.settings.publicUrl).hostname
  if (asked !== undefined && asked !== own) throw refuse('open311-jurisdiction-unknown')
}

async function discover({ context, words }: Asked): Promise<Document> {
  const { publicUrl } = context.outside.settings
  const { language } = context
  return views.discoveryDocument({
    contact: words.contact(language),
    keyNotice: words.keyNotice(language),
    publicUrl,
  })
}

async function listServices({ context }: Asked): Promise<Document> {
  const { categories } = await referenceOf(context)
  const services = [...categories.values()].map((row) => {
    const { name } = nameOfCategory(row, context.language)
    return { code: row.code, name, group: row.group_code, keywords: name.split(/,\s*/) }
  })
  return views.servicesDocument(services)
}

async function defineService({ context }: Asked, code: string): Promise<Document> {
  return views.definitionDocument(categoryOf(await referenceOf(context), code).code)
}

async function listRequests({ context, query }: Asked): Promise<Document> {
  const read = readRequestQuery(query, context.now().epochMilliseconds)
  return views.requestsDocument(await listOpen311Requests(context, read), read.extended)
}

async function findRequest({ context, query }: Asked, id: string): Promise<Document> {
  const code = readReportCode(id)
  const read = readRequestQuery(new Map(), context.now().epochMilliseconds)
  const extended = isTrue(one(query, 'extensions'))
  const found = code === null ? [] : await listOpen311Requests(context, { ...read, codes: [code], extended })
  if (found.length === 0) throw refuse('report-not-found')
  return views.requestsDocument(found, extended)
}

async function findToken({ context }: Asked, token: string): Promise<Document> {
  return views.tokenDocument(await findOpen311Token(context, { token }))
}

async function listUpdates({ context, query }: Asked): Promise<Document> {
  const range = readUpdateRange(query, context.now().epochMilliseconds)
  return views.updatesDocument(await listOpen311Updates(context, range))
}

/** What is "no" with us, by the statuses that Open311 knows; everything else is 400. */
function statusOf(refused: { readonly code: string; readonly status: number }): number {
  if (refused.code === 'category-not-found') return 404
  if (refused.status === 401) return 403
  return [403, 404, 429, 503].includes(refused.status) ? refused.status : 400
}

function failed(
  error: unknown,
  { context, doorway, format }: { context: Context<unknown> | null; doorway: Doorway; format: Format },
): Response {
  const language = context?.language ?? 'vi'
  if (isRefused(error)) {
    const status = statusOf(error)
    const description = doorway.words.refusal(error.code, language, error.details)
    const wait = error.details['retryAfterSeconds']
    return send(format, views.errorsDocument([{ code: status, description }]), { status, wait })
  }
  const status = isDatabaseAway(error) ? 503 : 500
  const code = (context?.requestId ?? 'unknown').slice(-12)
  context?.outside.log.error({ err: error, code, requestId: context.requestId }, 'open311')
  const name = status === 503 ? 'not-ready' : 'bug'
  const description = doorway.words.refusal(name, language, { code })
  return send(format, views.errorsDocument([{ code: status, description }]), {
    status,
    ...(status === 503 ? { wait: 5 } : {}),
  })
}

function send(
  format: Format,
  document: Document,
  { status, wait }: { status: number; wait?: string | number | undefined },
): Response {
  return new Response(writeDocument(format, document), {
    status,
    headers: {
      'content-type': contentTypes[format],
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
  })
}
