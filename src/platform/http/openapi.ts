import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { createDocument } from 'zod-openapi'
import type { EndpointRow } from '../endpoint.ts'

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' })

const problems = {
  '4XX': {
    description: 'Refused; `code` is the name of the refusal.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  '5XX': {
    description: 'A bug or not ready; `code` is in the log.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
}

/** The whole API as OpenAPI 3.1, written from the same rows that answer requests. */
export function openApiDocument(rows: readonly EndpointRow[], version: string): object {
  const paths: ZodOpenApiPathsObject = {}
  for (const row of rows) {
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operation(row) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'C-ThaiNguyen',
      version,
      description:
        'Times are ISO 8601 with offset, positions `lat` and `lon` in degrees (WGS 84). Every write takes an `Idempotency-Key`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
  })
}

const bodyTypes = { json: 'application/json', form: 'multipart/form-data' } as const

function operation(row: EndpointRow): ZodOpenApiOperationObject {
  const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map((part) => part[1] ?? '')
  const names = Object.keys(row.input.shape)
  const others = names.filter((name) => !inPath.includes(name) && !(row.takes === 'form' && name === 'key'))
  const reads = row.method === 'GET' || row.method === 'DELETE'
  const key = z.string().max(200).meta({ description: 'Makes the write idempotent for 30 days' })
  return {
    summary: row.summary,
    description: row.who === 'anyone' ? 'Open to anyone.' : `Needs: ${row.who}.`,
    tags: [row.path.split('/')[1] ?? 'api'],
    requestParams: {
      ...(inPath.length > 0 ? { path: pick(row.input, inPath) } : {}),
      ...(reads && others.length > 0 ? { query: pick(row.input, others) } : {}),
      ...(row.method === 'GET' || row.keepsNothing ? {} : { header: z.object({ 'Idempotency-Key': key }) }),
    },
    ...(!reads && others.length > 0
      ? {
          requestBody: {
            required: true,
            content: { [bodyTypes[row.takes]]: { schema: pick(row.input, others) } },
          },
        }
      : {}),
    responses: {
      [row.status]: { description: 'Done', content: contentOf(row) },
      ...problems,
    },
  }
}

/** JSON by its schema, or a file in one of its content types. */
function contentOf(row: EndpointRow): NonNullable<ZodOpenApiResponseObject['content']> {
  if (row.sends === null) return { 'application/json': { schema: row.output } }
  return Object.fromEntries(
    row.sends.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]),
  )
}

function pick(schema: z.ZodObject, names: readonly string[]): z.ZodObject {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, schema.shape[name] as z.ZodType])))
}
