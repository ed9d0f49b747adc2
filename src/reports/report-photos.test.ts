import { expect, test } from 'vitest'
import { stranger } from '#platform/actor.ts'
import { takeFile } from '#platform/files/take-file.ts'
import { makePhoto, pdf } from '../../tests/samples/make-photo.ts'
import { expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { passerBy, world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'
import { answerReport } from './answer-report.ts'
import { listPublicReports } from './list-public-reports.ts'
import { rejectReport } from './reject-report.ts'
import { listPublicReportsInput } from './rules/inputs.ts'

async function photo(w: TestWorld): Promise<string> {
  return (await takeFile(w.context(stranger()), { bytes: await makePhoto(), purpose: 'photo' })).id
}

test('strangers see photos once intake looked at the report, and the result beside them', async () => {
  const w = await world()
  const [before, after] = [await photo(w), await photo(w)]
  const { code, desk, me, other } = await inWork(w, { category: 'road-damage', photos: [before] })
  const seenPhotos = (await seen(other, code)).photos
  expect(seenPhotos).toMatchObject([{ id: before, kind: 'before', url: `/files/${before}/1600`, width: 640 }])
  const list = await listPublicReports(w.context(passerBy), listPublicReportsInput.parse({}))
  expect(list.items[0]?.photo).toBe(`/files/${before}/400`)
  await answerReport(desk, { code, ending: 'repaired', text: 'Đã vá xong đoạn này.', photos: [after] })
  expect((await seen(other, code)).answer?.photos).toMatchObject([
    { id: after, kind: 'after', url: `/files/${after}/1600` },
  ])
  expect((await seen(me, code)).photos).toHaveLength(1)
})

test('before that, and after a rejection, only the reporter and the desk see them', async () => {
  const w = await world()
  const { code, desk, me, other } = await fileOne(w, { photos: [await photo(w)] })
  expect((await seen(other, code)).photos).toEqual([])
  expect((await seen(me, code)).photos[0]?.url).toContain('?until=')
  await acceptReport(desk, { code })
  expect((await seen(other, code)).photos).toHaveLength(1)
  await rejectReport(desk, { code, reason: 'test', text: 'Gửi thử từ máy khác.' })
  expect((await seen(other, code)).photos).toEqual([])
  expect((await seen(me, code)).photos[0]?.url).toContain('?until=')
})

test('photos of a confidential report stay where they are', async () => {
  const w = await world()
  const { code, other, desk } = await inWork(w, { category: 'social-protection', photos: [await photo(w)] })
  expect((await seen(other, code)).photos).toEqual([])
  expect((await seen(desk, code)).photos).toHaveLength(1)
})

test('only pictures, and of one report', async () => {
  const w = await world()
  const document = await takeFile(w.context(stranger()), { bytes: pdf, purpose: 'evidence' })
  await expectRefused(fileOne(w, { photos: [document.id] }), 'photo-not-picture')
  const taken = await photo(w)
  await fileOne(w, { photos: [taken] })
  await expectRefused(fileOne(w, { photos: [taken] }), 'file-not-found')
})
