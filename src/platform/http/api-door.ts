import { Hono } from 'hono'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Context, Words } from '../context.ts'
import { allow } from '../context.ts'
import type { EndpointRow } from '../endpoint.ts'
import { longestKey, once } from '../once.server.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'
import { isRefused } from '../pure/refused.ts'
import type { SentFile } from '../sent-file.ts'
import { fileResponse } from '../sent-file.ts'
import { problemOf, problemOfBug, problemType } from './problem.ts'
import { readForm } from './read-form.server.ts'
import { checkInput, readInput } from './read-request.ts'

/** What the door needs of the house it stands in. */
export interface Doorway {
  /** The context of a request: who asks, in which language, with its request id. */
  contextOf(request: Request): Promise<Context<unknown>>
  /** Words for a refusal in the reader's language. */
  readonly words: Words
  /** Refuses too-many-requests when somebody writes too often without being known. */
  limitWrite(context: Context<unknown>, request: Request): Promise<void>
  /** The same for somebody who asks too often what takes long to answer. */
  limitAsking(context: Context<unknown>, request: Request, name?: 'dear-question' | 'open311'): Promise<void>
  observe(row: { route: string; method: string; status: number; seconds: number }): void
}

const base = '/api/v1'

/** The JSON API: one route for each endpoint row, all with the same manners. */
export function apiDoor(rows: readonly EndpointRow[], doorway: Doorway): Hono {
  const app = new Hono()
  for (const row of rows) {
    app.on(row.method, base + row.path.replace(/\{(\w+)\}/g, ':$1'), (http) => answer(row, http, doorway))
  }
  return app
}

async function answer(row: EndpointRow, http: HonoContext, doorway: Doorway): Promise<Response> {
  const started = performance.now()
  const response = await respond(row, http, doorway)
  const seconds = (performance.now() - started) / 1000
  doorway.observe({ route: base + row.path, method: row.method, status: response.status, seconds })
  return response
}

async function respond(row: EndpointRow, http: HonoContext, doorway: Doorway): Promise<Response> {
  let context: Context<unknown> | null = null
  try {
    context = await doorway.contextOf(http.req.raw)
    allow(context, row.who)
    if (row.keepsNothing || row.sends !== null) await doorway.limitAsking(context, http.req.raw)
    if (row.method === 'GET' || row.keepsNothing) return await read(row, http, context)
    return row.takes === 'form'
      ? await writeForm(row, http, { context, doorway })
      : await write(row, http, { context, doorway })
  } catch (error) {
    return failure(error, context, doorway)
  }
}

async function read(row: EndpointRow, http: HonoContext, context: Context<unknown>): Promise<Response> {
  const output = await row.run(context, (await readInput(row, http, context)) as never)
  if (row.sends !== null) return fileResponse(output as SentFile)
  const wantsPlaces = row.geo !== null && (http.req.header('accept') ?? '').includes('application/geo+json')
  if (wantsPlaces && row.geo) {
    return http.body(JSON.stringify(row.geo(output as never)), 200, {
      'content-type': 'application/geo+json; charset=utf-8',
      vary: 'accept',
    })
  }
  return http.json(output ?? null, row.status as ContentfulStatusCode)
}

/** Bytes of a form around its file. */
const formAround = 64 * 1024

/** A form with files: what it leads to is idempotent by its own key, because bytes do not lie in the database. */
async function writeForm(
  row: EndpointRow,
  http: HonoContext,
  { context, doorway }: { context: Context<unknown>; doorway: Doorway },
): Promise<Response> {
  refuseOtherSites(http.req.raw)
  const key = keyOf(http)
  await doorway.limitWrite(context, http.req.raw)
  const limits = context.outside.settings.uploadLimits
  const largest = Math.max(limits.image, limits.video, limits.document) + formAround
  const output = await readForm(http.req.raw, Math.min(row.bodyLimit, largest), (form) =>
    row.run(context, checkInput(row, { ...Object.fromEntries(form), key }, context) as never),
  )
  return http.json(output ?? null, row.status as ContentfulStatusCode)
}

async function write(
  row: EndpointRow,
  http: HonoContext,
  { context, doorway }: { context: Context<unknown>; doorway: Doorway },
): Promise<Response> {
  refuseOtherSites(http.req.raw)
  const key = keyOf(http)
  await doorway.limitWrite(context, http.req.raw)
  const input = await readInput(row, http, context)
  const scope = scopeOf(context)
  const done = await once(
    context,
    { scope, key, request: [row.method, row.path, input] },
    async (context) => ({
      status: row.status,
      answer: await row.run(context, input as never),
    }),
  )
  const headers = done.repeated ? { 'idempotency-replayed': 'true' } : undefined
  return http.json(done.answer ?? null, done.status as ContentfulStatusCode, headers)
}

function keyOf(http: HonoContext): string {
  const key = http.req.header('idempotency-key') ?? ''
  if (key === '' || key.length > longestKey) throw refusePlatform('key-missing')
  return key
}

/** A key belongs to a person; strangers share one space, where a key must be as unguessable as a UUID is. */
function scopeOf(context: Context<unknown>): string {
  return context.actor.personId ?? 'stranger'
}

/** A browser of another site cannot write in somebody's name: its requests say where they come from. */
function refuseOtherSites(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refusePlatform('cross-site-request')
  const origin = request.headers.get('origin')
  if (origin !== null && new URL(request.url).host !== hostOf(origin))
    throw refusePlatform('cross-site-request')
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}

/** Turns whatever went wrong into an answer: a refusal into its problem, anything else into a bug with a code. */
export function failure(error: unknown, context: Context<unknown> | null, doorway: Doorway): Response {
  if (isRefused(error)) return refusalResponse(error, context, doorway)
  const code = (context?.requestId ?? 'unknown').slice(-12)
  if (isDatabaseAway(error)) {
    context?.outside.log.warn({ err: error, requestId: context.requestId }, 'database away')
    return refusalResponse(
      refusePlatform('not-ready', { details: { retryAfterSeconds: 5 } }),
      context,
      doorway,
    )
  }
  context?.outside.log.error({ err: error, code, requestId: context.requestId }, 'bug')
  const title = doorway.words.refusal('bug', context?.language ?? 'vi', { code })
  return problem(problemOfBug(code, title), 500)
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
])

/** Whether the database could not be reached, as against a query that was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && awayCodes.has(String(error.code))) return true
  return /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message)
}

function refusalResponse(
  refused: Parameters<typeof problemOf>[0],
  context: Context<unknown> | null,
  doorway: Doorway,
): Response {
  const title = doorway.words.refusal(refused.code, context?.language ?? 'vi', refused.details)
  const wait = refused.details['retryAfterSeconds']
  return problem(
    problemOf(refused, title),
    refused.status,
    wait === undefined ? {} : { 'retry-after': String(wait) },
  )
}

function problem(body: object, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': problemType, ...headers } })
}
