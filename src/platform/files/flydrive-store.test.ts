import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#main/config.ts'
import { makeApi } from '#main/server.ts'
import type { Bucket } from '../../../tests/world/bucket.ts'
import { openBucket } from '../../../tests/world/bucket.ts'
import { makePhoto } from '../../../tests/samples/make-photo.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import type { FileStore } from './file-store.ts'
import { makeFileStore } from './flydrive-store.server.ts'
import { sweepFiles } from './sweep-files.ts'
import { takeFile } from './take-file.ts'

const key = '2026/11/0193a000-0000-7000-8000-000000000001-original.mp4'
const bytes = Buffer.from('0123456789')
let bucket: Bucket

beforeAll(async () => {
  bucket = await openBucket()
})

afterAll(() => bucket.close())

async function localStore(): Promise<FileStore> {
  return makeFileStore({
    driver: 'local',
    folder: join(await mkdtemp(join(tmpdir(), 'ctn-files-')), 'files'),
  })
}

async function s3Store(change: Record<string, string> = {}): Promise<FileStore> {
  return makeFileStore(readConfig({ ...bucket.env, ...change }).files)
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

test('the S3-compatible store gets the type of each file, in requests signed with the secret key', async () => {
  await (await s3Store()).put(key, bytes, 'video/mp4')
  expect(bucket.objects.get(`/photos/${key}`)).toEqual({ body: bytes, type: 'video/mp4' })
  const stranger = await s3Store({ S3_SECRET_KEY: 'another-key' })
  await expect(stranger.put(key, bytes, 'video/mp4')).rejects.toThrow()
  await expect(stranger.check()).rejects.toThrow()
})

test('a photo that is sent lies in the bucket in two sizes, is seen from there, and is swept from there', async () => {
  const w = await world({ env: { ...bucket.env } })
  const photo = await takeFile(w.contextFor({ actor: passerBy }), {
    bytes: await makePhoto(),
    purpose: 'photo',
  })
  const kept = [...bucket.objects.keys()].filter((path) => path.includes(photo.id))
  expect(kept.map((path) => path.split('/').at(-1)).sort()).toEqual(
    [1600, 400].map((size) => `${photo.id}-${size}.webp`),
  )
  const seen = await makeApi(w).request(`http://localhost${photo.url}`)
  expect([seen.status, (await seen.bytes()).byteLength]).toEqual([200, photo.bytes])
  w.clock.set(Temporal.Now.instant().add({ hours: 25 }))
  expect(await sweepFiles(w.context())).toBe(1)
  expect([...bucket.objects.keys()].filter((path) => path.includes(photo.id))).toEqual([])
})

test('a folder nobody can make is not ready', async () => {
  await expect(makeFileStore({ driver: 'local', folder: '/dev/null/files' }).check()).rejects.toThrow()
})
