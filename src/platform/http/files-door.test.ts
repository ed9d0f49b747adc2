import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeApi } from '#main/server.ts'
import { makePhoto, pdf } from '../../../tests/samples/make-photo.ts'
import { makeVideo } from '../../../tests/samples/make-video.ts'
import type { TestWorld } from '../../../tests/world/world.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import { attachFiles } from '../files/attach-files.ts'
import type { FileView } from '../files/file-view.ts'
import { takeFile } from '../files/take-file.ts'

const home = 'http://localhost:3000'

function upload(
  file: Blob | null,
  more: {
    key?: string
    headers?: Record<string, string>
    fields?: object
  } = {},
): Request {
  const body = new FormData()
  if (file) body.append('file', file, 'holiday.svg')
  for (const [name, value] of Object.entries(more.fields ?? {})) body.append(name, String(value))
  const headers = {
    'idempotency-key': more.key ?? randomUUID(),
    ...more.headers,
  }
  return new Request(`${home}/api/v1/files`, { method: 'POST', body, headers })
}

const photo = async (colour?: string) =>
  new Blob([new Uint8Array(await makePhoto(colour))], { type: 'text/html' })

async function taken(w: TestWorld, bytes: Uint8Array): Promise<FileView> {
  return takeFile(w.contextFor({ actor: passerBy }), {
    bytes,
    purpose: 'evidence',
  })
}

test('a photo is sent, whatever its name and type say, and seen at its sealed address', async () => {
  const w = await world()
  const api = makeApi(w)
  const response = await api.fetch(upload(await photo()))
  expect(response.status).toBe(201)
  const file = (await response.json()) as FileView
  const seen = await api.fetch(new Request(home + file.url))
  expect(seen.status).toBe(200)
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': String(file.bytes),
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="${file.id}-1600.webp"`,
    'cache-control': 'private, max-age=3600, must-revalidate',
  })
  expect((await seen.bytes()).byteLength).toBe(file.bytes)
  expect((await api.fetch(new Request(home + file.smallUrl))).status).toBe(200)
})

test('without the seal, with a wrong or an old one there is no file', async () => {
  const w = await world()
  const api = makeApi(w)
  const file = await taken(w, await makePhoto())
  const [path = '', query = ''] = file.url.split('?')
  const old = new URLSearchParams(query)
  old.set('until', '1700000000')
  for (const address of [path, `${path}?${old}`, file.url.slice(0, -1), `/files/${randomUUID()}/1600`]) {
    expect((await api.fetch(new Request(home + address))).status).toBe(404)
  }
})

test.each([
  '/files/../../etc/passwd/1600',
  '/files/%2e%2e%2fdata/1600',
  '/files/x/1600',
  '/files/1/..%2f..%2fconfig',
])('no path of a client reaches the disk: %s', async (path) => {
  const w = await world()
  expect((await makeApi(w).fetch(new Request(home + path))).status).toBe(404)
})

test('a public file may be kept by everybody for good', async () => {
  const w = await world()
  const { id } = await taken(w, await makePhoto())
  await attachFiles(w.context(passerBy), {
    ids: [id],
    owner: 'report',
    ownerId: 'r',
    access: 'public',
  })
  const seen = await makeApi(w).fetch(new Request(`${home}/files/${id}/400`))
  expect(seen.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  await seen.bytes()
})

test('a player gets the part of a video it asks for', async () => {
  const w = await world()
  const api = makeApi(w)
  const video = await taken(w, makeVideo({ talk: false, measurements: false }))
  const ask = (range: string) => api.fetch(new Request(home + video.url, { headers: { range } }))
  const part = await ask('bytes=4-7')
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-7/${video.bytes}`])
  expect(await part.text()).toBe('ftyp')
  const end = await ask('bytes=-10')
  expect([end.status, (await end.bytes()).byteLength]).toEqual([206, 10])
  expect((await ask(`bytes=${video.bytes}-`)).status).toBe(416)
  const whole = await ask('bytes=0-1,3-4')
  expect([whole.status, (await whole.bytes()).byteLength]).toEqual([200, video.bytes])
})

test('a PDF is saved, not shown', async () => {
  const w = await world()
  const document = await taken(w, pdf)
  const seen = await makeApi(w).fetch(new Request(home + document.url))
  expect(seen.headers.get('content-disposition')).toMatch(/^attachment; filename="[-\w]+-original\.pdf"$/)
  await seen.bytes()
})

test('the same key answers the same file, and another photo under it is refused', async () => {
  const w = await world()
  const api = makeApi(w)
  const key = randomUUID()
  const first = (await (await api.fetch(upload(await photo(), { key }))).json()) as FileView
  const second = (await (await api.fetch(upload(await photo(), { key }))).json()) as FileView
  expect(second.id).toBe(first.id)
  expect((await api.fetch(upload(await photo('#a22'), { key }))).status).toBe(409)
})

test.each([
  ['without a file', async () => upload(null), 422, 'input-invalid'],
  [
    'with an unknown field',
    async () => upload(await photo(), { fields: { path: '/etc' } }),
    422,
    'input-invalid',
  ],
  ['without a key', async () => upload(await photo(), { key: '' }), 400, 'key-missing'],
  [
    'from another site',
    async () => upload(await photo(), { headers: { origin: 'https://evil.example' } }),
    403,
    'cross-site-request',
  ],
  [
    'that is a page',
    async () => upload(new Blob(['<!doctype html><script>1</script>'])),
    415,
    'file-type-not-taken',
  ],
  ['over the limit', async () => upload(new Blob([new Uint8Array(3_000_000)])), 413, 'body-too-large'],
  [
    'as JSON',
    async () =>
      new Request(`${home}/api/v1/files`, {
        method: 'POST',
        body: '{}',
        headers: { 'idempotency-key': 'k' },
      }),
    422,
    'input-invalid',
  ],
])('an upload %s is refused', async (_what, make, status, code) => {
  const w = await world({
    env: {
      UPLOAD_IMAGE_MB: '2',
      UPLOAD_VIDEO_MB: '2',
      UPLOAD_DOCUMENT_MB: '2',
    },
  })
  const response = await makeApi(w).fetch(await make())
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code, status })
})
