import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from './file-store.ts'
import { makeFileStore } from './flydrive-store.server.ts'

const key = '2026/11/0193a000-0000-7000-8000-000000000001-original.mp4'
const bytes = Buffer.from('0123456789')
let bucket: Bucket

/** Enough of S3 to keep objects, for requests that are signed. */
interface Bucket {
  readonly server: Server
  readonly objects: Map<string, { body: Buffer; type: string }>
  readonly unsigned: string[]
}

beforeAll(async () => {
  bucket = openBucket()
  await new Promise<void>((done) => bucket.server.listen(0, '127.0.0.1', done))
})

afterAll(() => {
  bucket.server.closeAllConnections()
  bucket.server.close()
})

async function localStore(): Promise<FileStore> {
  return makeFileStore({
    driver: 'local',
    folder: join(await mkdtemp(join(tmpdir(), 'ctn-files-')), 'files'),
  })
}

async function s3Store(): Promise<FileStore> {
  const { port } = bucket.server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  return makeFileStore({
    driver: 's3',
    endpoint,
    region: 'vn-1',
    bucket: 'photos',
    accessKey: 'id',
    secretKey: 'key',
  })
}

describe.each([
  ['a folder', localStore],
  ['an S3-compatible store', s3Store],
])('%s', (_name, open) => {
  test('keeps bytes, gives all or a part of them, and lets go of them', async () => {
    const store = await open()
    await store.put(key, bytes, 'video/mp4')
    expect(Buffer.from(await store.get(key)).toString()).toBe('0123456789')
    expect((await buffer(await store.stream(key))).toString()).toBe('0123456789')
    expect((await buffer(await store.stream(key, { start: 2, end: 4 }))).toString()).toBe('234')
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toThrow()
  })

  test('can be written to', async () => {
    await (await open()).check()
  })
})

test('the S3-compatible store gets signed requests and the type of each file', async () => {
  const store = await s3Store()
  await store.put(key, bytes, 'video/mp4')
  expect(bucket.objects.get(`/photos/${key}`)?.type).toBe('video/mp4')
  expect(bucket.unsigned).toEqual([])
})

test('a folder nobody can make is not ready', async () => {
  await expect(makeFileStore({ driver: 'local', folder: '/dev/null/files' }).check()).rejects.toThrow()
})

function openBucket(): Bucket {
  const objects: Bucket['objects'] = new Map()
  const unsigned: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!/^AWS4-HMAC-SHA256 Credential=id\//.test(request.headers.authorization ?? '')) unsigned.push(path)
    void answerOf(request, { path, objects }).then(({ status, body = Buffer.alloc(0), headers = {} }) => {
      response.writeHead(status, {
        'content-length': body.length,
        ...headers,
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    })
  })
  return { server, objects, unsigned }
}

async function answerOf(
  request: IncomingMessage,
  { path, objects }: { path: string; objects: Bucket['objects'] },
): Promise<{
  status: number
  body?: Buffer
  headers?: Record<string, string>
}> {
  const found = objects.get(path)
  if (request.method === 'PUT') {
    objects.set(path, {
      body: await buffer(request),
      type: request.headers['content-type'] ?? '',
    })
    return { status: 200, headers: { etag: '"1"' } }
  }
  if (request.method === 'DELETE') {
    objects.delete(path)
    return { status: 204 }
  }
  if (!found)
    return {
      status: 404,
      body: Buffer.from('<Error><Code>NoSuchKey</Code></Error>'),
    }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  if (!range)
    return {
      status: 200,
      body: found.body,
      headers: { 'content-type': found.type },
    }
  return {
    status: 206,
    body: found.body.subarray(Number(range[1]), Number(range[2]) + 1),
  }
}
