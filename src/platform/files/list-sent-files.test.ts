import { expect, test } from 'vitest'
import { makePhoto } from '../../../tests/samples/make-photo.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import { attachFiles } from './attach-files.ts'
import { listSentFiles } from './list-sent-files.ts'
import { takeFile } from './take-file.ts'

test('a form sees what it has sent, until it is part of something', async () => {
  const w = await world()
  const context = w.context(passerBy)
  const { id } = await takeFile(context, { bytes: await makePhoto(), purpose: 'photo' })
  const unknown = w.context().newId()
  expect(await listSentFiles(context, { ids: [unknown, id] })).toMatchObject([{ id, kind: 'image' }])
  await attachFiles(context, { ids: [id], owner: 'report', ownerId: unknown, access: 'private' })
  expect(await listSentFiles(context, { ids: [id] })).toEqual([])
})
