import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { EndpointRow } from '../endpoint.ts'
import { decodeStrings } from '../pure/decode-strings.ts'
import { refusePlatform } from '../pure/platform-refusals.ts'

/**
 * Path, query and body of a request as one checked input. Refuses body-too-large, body-not-json and input-invalid with
 * every wrong field named; unknown fields are wrong fields.
 */
export async function readInput(row: EndpointRow, http: HonoContext): Promise<Record<string, unknown>> {
  const strings = { ...queryOf(http), ...http.req.param() }
  const body = row.method === 'GET' || row.method === 'DELETE' ? {} : await readBody(row, http)
  const parsed = row.input.safeParse({ ...decodeStrings(row.input, strings), ...body })
  if (parsed.success) return parsed.data
  throw refusePlatform('input-invalid', { errors: fieldErrors(parsed.error) })
}

/** The wrong fields of an input, each with its path and a sentence. */
export function fieldErrors(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message: issue.message }]
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
  })
}

function queryOf(http: HonoContext): Record<string, string | string[]> {
  const all = Object.entries(http.req.queries())
  return Object.fromEntries(all.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]))
}

async function readBody(row: EndpointRow, http: HonoContext): Promise<Record<string, unknown>> {
  const declared = Number(http.req.header('content-length') ?? 0)
  if (declared > row.bodyLimit) throw refusePlatform('body-too-large', { details: { limitBytes: row.bodyLimit } })
  const text = await readLimited(http.req.raw, row.bodyLimit)
  if (text.trim() === '') return {}
  const value = parseJson(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw refusePlatform('body-not-json')
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
