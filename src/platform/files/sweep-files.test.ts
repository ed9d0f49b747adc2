import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePhoto } from '../../../tests/samples/make-photo.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import { attachFiles } from './attach-files.ts'
import { sweepFiles } from './sweep-files.ts'
import { takeFile } from './take-file.ts'

test('what is part of nothing goes after a day with its bytes; what is attached stays', async () => {
  const w = await world()
  const kept = await takeFile(w.context(passerBy), { bytes: await makePhoto(), purpose: 'photo' })
  await takeFile(w.context(passerBy), { bytes: await makePhoto('#a22'), purpose: 'photo' })
  await attachFiles(w.context(passerBy), {
    ids: [kept.id],
    owner: 'report',
    ownerId: 'r-1',
    access: 'public',
  })
  w.clock.advance({ hours: 23 })
  expect(await sweepFiles(w.context())).toBe(0)
  w.clock.advance({ hours: 2 })
  expect(await sweepFiles(w.context())).toBe(1)
  expect(await w.db.selectFrom('files').select('id').execute()).toEqual([{ id: kept.id }])
  const left = await readdir(join(w.config.dataFolder, 'files/2026/11'))
  expect(left.sort()).toEqual([`${kept.id}-1600.webp`, `${kept.id}-400.webp`])
})

test('bytes whose upload was cut off by a crash go too', async () => {
  const w = await world()
  const taken = await takeFile(w.context(passerBy), { bytes: await makePhoto(), purpose: 'photo' })
  await w.db.updateTable('files').set({ stored_at: null }).execute()
  await expect(
    attachFiles(w.context(passerBy), { ids: [taken.id], owner: 'report', ownerId: 'r-1', access: 'public' }),
  ).rejects.toMatchObject({ code: 'file-not-found' })
  w.clock.advance({ hours: 25 })
  expect(await sweepFiles(w.context())).toBe(1)
  expect(await readdir(join(w.config.dataFolder, 'files/2026/11'))).toEqual([])
})

test('a sweep that is cut off goes on the next time', async () => {
  const w = await world()
  await takeFile(w.context(passerBy), { bytes: await makePhoto(), purpose: 'photo' })
  w.clock.advance({ hours: 25 })
  const context = w.context()
  const files = { ...w.outside.files, remove: () => Promise.reject(new Error('disk away')) }
  await expect(sweepFiles({ ...context, outside: { ...w.outside, files } })).rejects.toThrow('disk away')
  expect(await sweepFiles(context)).toBe(1)
  expect(await w.db.selectFrom('files').select('id').execute()).toEqual([])
})
