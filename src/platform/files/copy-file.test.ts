import { expect, test } from 'vitest'
import { makePhoto } from '../../../tests/samples/make-photo.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import { attachFiles } from './attach-files.ts'
import { copyFile } from './copy-file.ts'
import { listFiles } from './list-files.ts'
import { takeFile } from './take-file.ts'

test('a copy becomes part of another thing, with bytes of its own', async () => {
  const w = await world()
  const { id } = await takeFile(w.context(passerBy), { bytes: await makePhoto(), purpose: 'photo' })
  await attachFiles(w.context(), { ids: [id], owner: 'report', ownerId: 'r-1', access: 'public' })
  const copy = await copyFile(w.context(), { id })
  await attachFiles(w.context(), { ids: [copy], owner: 'report', ownerId: 'r-2', access: 'public' })
  const listed = await listFiles(w.context(), { owner: 'report', ownerIds: ['r-1', 'r-2'] })
  expect([listed.get('r-1')?.[0]?.id, listed.get('r-2')?.[0]?.id]).toEqual([id, copy])
})

test('a file that is not there cannot be copied, and strangers copy nothing', async () => {
  const w = await world()
  const nowhere = { id: '0193a000-0000-7000-8000-00000000ffff' }
  await expect(copyFile(w.context(), nowhere)).rejects.toMatchObject({ code: 'file-not-found' })
  await expect(copyFile(w.context(passerBy), nowhere)).rejects.toMatchObject({ code: 'sign-in-first' })
})
