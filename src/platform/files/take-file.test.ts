import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePhoto, pdf } from '../../../tests/samples/make-photo.ts'
import { makeVideo, place } from '../../../tests/samples/make-video.ts'
import { citizen, passerBy, world } from '../../../tests/world/world.ts'
import { inTransaction } from '../context.ts'
import { takeFile } from './take-file.ts'

const an = citizen('0193a000-0000-7000-8000-000000000001')

test('a stranger sends a photo and gets its id and addresses at which only they can see it', async () => {
  const w = await world()
  const taken = await takeFile(w.context(passerBy), { bytes: await makePhoto(), purpose: 'photo' })
  expect(taken).toMatchObject({ kind: 'image', contentType: 'image/webp', width: 640, height: 480 })
  expect(taken.url).toMatch(new RegExp(`^/files/${taken.id}/1600\\?until=\\d+&seal=[\\w-]{27}$`))
  expect(taken.smallUrl).toMatch(new RegExp(`^/files/${taken.id}/400\\?`))
  const kept = await w.outside.files.get(`2026/11/${taken.id}-1600.webp`)
  expect(kept.byteLength).toBe(taken.bytes)
  expect(Buffer.from(kept).toString('latin1')).not.toContain('PhoneMaker')
})

test('a video and a PDF are kept as they are, but for the place of the video', async () => {
  const w = await world()
  const sent = makeVideo({ talk: true, measurements: false })
  const video = await takeFile(w.context(an), { bytes: sent, purpose: 'evidence' })
  expect(video).toMatchObject({ kind: 'video', contentType: 'video/mp4', bytes: sent.length, smallUrl: null })
  const kept = Buffer.from(await w.outside.files.get(`2026/11/${video.id}-original.mp4`))
  expect(kept.toString('latin1')).not.toContain(place)
  const document = await takeFile(w.context(an), { bytes: pdf, purpose: 'evidence' })
  expect(document).toMatchObject({ kind: 'document', contentType: 'application/pdf' })
})

test('the same upload sent again, also at the same time, is the same file', async () => {
  const w = await world()
  const bytes = await makePhoto()
  const key = randomUUID()
  const all = await Promise.all(
    [1, 2, 3].map(() => takeFile(w.context(an), { bytes, purpose: 'photo', key })),
  )
  const again = await takeFile(w.context(an), { bytes, purpose: 'photo', key })
  expect(new Set([...all, again].map((taken) => taken.id)).size).toBe(1)
  expect(await readdir(join(w.config.dataFolder, 'files/2026/11'))).toHaveLength(2)
  expect(await w.db.selectFrom('files').select('id').execute()).toHaveLength(1)
})

test('the same key with another photo is refused; the same key of another person is another upload', async () => {
  const w = await world()
  const key = randomUUID()
  const first = await takeFile(w.context(an), { bytes: await makePhoto(), purpose: 'photo', key })
  await expect(
    takeFile(w.context(an), { bytes: await makePhoto('#a22'), purpose: 'photo', key }),
  ).rejects.toMatchObject({ code: 'key-used-for-another-request' })
  const other = citizen('0193a000-0000-7000-8000-000000000002')
  const second = await takeFile(w.context(other), { bytes: await makePhoto('#a22'), purpose: 'photo', key })
  expect(second.id).not.toBe(first.id)
})

test('limits go by what a file is', async () => {
  const w = await world({ env: { UPLOAD_IMAGE_MB: '1', UPLOAD_VIDEO_MB: '2' } })
  const large = Buffer.concat([await makePhoto(), Buffer.alloc(1_100_000)])
  await expect(takeFile(w.context(an), { bytes: large, purpose: 'photo' })).rejects.toMatchObject({
    code: 'file-too-large',
    details: { limitBytes: 1_048_576 },
  })
  await expect(takeFile(w.context(an), { bytes: pdf, purpose: 'photo' })).rejects.toMatchObject({
    code: 'file-type-not-taken',
  })
  await expect(takeFile(w.context(an), { bytes: Buffer.alloc(0), purpose: 'photo' })).rejects.toMatchObject({
    code: 'file-damaged',
  })
  expect(await w.db.selectFrom('files').select('id').execute()).toEqual([])
})

test('it never runs inside a transaction', async () => {
  const w = await world()
  const bytes = await makePhoto()
  const work = inTransaction(w.context(an), (context) => takeFile(context, { bytes, purpose: 'photo' }))
  await expect(work).rejects.toThrow('outside transactions')
})
