import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A small store that speaks S3 over HTTP: it keeps objects, and answers only who has the secret key. */
export interface Bucket {
  /** What configures the program to use it. */
  readonly env: Readonly<Record<string, string>>
  readonly objects: Map<string, { readonly body: Buffer; readonly type: string }>
  close(): void
}

const accessKey = 'AN-ACCESS-KEY'
const secretKey = 'a-secret-key-of-this-test'
const region = 'vn-1'

/** Opens a bucket on loopback. */
export async function openBucket(): Promise<Bucket> {
  const objects: Bucket['objects'] = new Map()
  const server: Server = createServer((request, response) => {
    answer(request, response, objects).catch((error: unknown) => fail(response, 500, String(error)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    env: {
      FILES_DRIVER: 's3',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: region,
      S3_BUCKET: 'photos',
      S3_ACCESS_KEY: accessKey,
      S3_SECRET_KEY: secretKey,
    },
    objects,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Bucket['objects'],
): Promise<void> {
  const body = await buffer(request)
  const url = new URL(request.url ?? '/', 'http://bucket')
  if (!isSigned(request, url, body)) return fail(response, 403, 'SignatureDoesNotMatch')
  const found = objects.get(url.pathname)
  if (request.method === 'PUT') {
    objects.set(url.pathname, { body, type: request.headers['content-type'] ?? '' })
    response.writeHead(200, { etag: `"${hash(body)}"` }).end()
  } else if (request.method === 'DELETE') {
    objects.delete(url.pathname)
    response.writeHead(204).end()
  } else if (found) send(request, response, found)
  else fail(response, 404, 'NoSuchKey')
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { body, type }: { readonly body: Buffer; readonly type: string },
): void {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  const part = from === '' ? body : body.subarray(Number(from), Number(to) + 1)
  const range = from === '' ? {} : { 'content-range': `bytes ${from}-${to}/${body.length}` }
  response.writeHead(from === '' ? 200 : 206, {
    'content-type': type,
    'content-length': part.length,
    etag: `"${hash(body)}"`,
    ...range,
  })
  response.end(request.method === 'HEAD' ? undefined : part)
}

function fail(response: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml)
}

/** Whether this very request, with this body, was signed with our secret key (AWS Signature Version 4). */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/
  const [, key, day = '', place = '', names = '', signature] =
    form.exec(request.headers.authorization ?? '') ?? []
  const bodyHash = String(request.headers['x-amz-content-sha256'] ?? '')
  if (key !== accessKey || place !== region || bodyHash !== hash(body)) return false
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const asked = [request.method, url.pathname, query, headers.join(''), names, bodyHash].join('\n')
  const scope = `${day}/${place}/s3/aws4_request`
  const moment = String(request.headers['x-amz-date'])
  const said = ['AWS4-HMAC-SHA256', moment, scope, hash(asked)].join('\n')
  const signer = [day, place, 's3', 'aws4_request'].reduce<Buffer | string>(sign, `AWS4${secretKey}`)
  return sign(signer, said).toString('hex') === signature
}

function hash(of: Buffer | string): string {
  return createHash('sha256').update(of).digest('hex')
}

function sign(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
