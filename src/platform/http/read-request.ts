import type { Context as HonoContext } from 'hono'
import type { Context } from '../context.ts'
import type { EndpointRow } from '../endpoint.ts'
import { decodeStrings } from '../pure/decode-strings.ts'
import { fieldErrors } from '../field-errors.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'

/**
 * Path, query and body of a request as one checked input. Refuses body-too-large, body-not-json and input-invalid with
 * every wrong field named; unknown fields are wrong fields.
 */
export async function readInput(
  row: EndpointRow,
  http: HonoContext,
  context: Context<unknown>,
): Promise<Record<string, unknown>> {
  const strings = { ...queryOf(http), ...http.req.param() }
  const body = row.method === 'GET' || row.method === 'DELETE' ? {} : await readBody(row, http)
  return checkInput(row, { ...decodeStrings(row.input, strings), ...body }, context)
}

/** What was read, checked by the row's schema. Refuses input-invalid. */
export function checkInput(
  row: EndpointRow,
  read: Record<string, unknown>,
  context: Context<unknown>,
): Record<string, unknown> {
  const parsed = row.input.safeParse(read, { reportInput: true })
  if (parsed.success) return parsed.data
  throw refusePlatform('input-invalid', { errors: fieldErrors(parsed.error, context) })
}

function queryOf(http: HonoContext): Record<string, string | string[]> {
  const all = Object.entries(http.req.queries())
  return Object.fromEntries(
    all.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  )
}

async function readBody(row: EndpointRow, http: HonoContext): Promise<Record<string, unknown>> {
  const declared = Number(http.req.header('content-length') ?? 0)
  if (declared > row.bodyLimit)
    throw refusePlatform('body-too-large', { details: { limitBytes: row.bodyLimit } })
  const text = await readLimited(http.req.raw, row.bodyLimit)
  if (text.trim() === '') return {}
  const value = parseJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw refusePlatform('body-not-json')
  return value as Record<string, unknown>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusePlatform('body-not-json')
  }
}

/** Reads at most so many bytes; a longer body is refused without being held. */
async function readLimited(request: Request, limit: number): Promise<string> {
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw refusePlatform('body-too-large', { details: { limitBytes: limit } })
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks).toString('utf8')
}
