import { expect, test } from 'vitest'
import { makePhoto, pdf } from '../../../tests/samples/make-photo.ts'
import { passerBy, world } from '../../../tests/world/world.ts'
import { takeFormFiles } from './take-form-files.ts'

const asked = { field: 'photos', purpose: 'photo', most: 3 } as const

async function formWith(...parts: (string | Uint8Array)[]): Promise<FormData> {
  const form = new FormData()
  for (const part of parts) {
    if (typeof part === 'string') form.append('photos', part)
    else form.append('photos', new Blob([new Uint8Array(part)]), 'IMG_0001.HEIC')
  }
  return form
}

test('what was taken comes back, so that the form can be posted again without it', async () => {
  const w = await world()
  const first = await takeFormFiles(w.context(passerBy), {
    form: await formWith(await makePhoto()),
    ...asked,
  })
  expect(first).toEqual({ ids: [expect.any(String)], refused: [] })
  const form = await formWith(...first.ids, await makePhoto('#a22'))
  const second = await takeFormFiles(w.context(passerBy), { form, ...asked })
  expect(second.ids).toEqual([first.ids[0], expect.any(String)])
})

test('a file that is not taken is named by its place, and the others are kept', async () => {
  const w = await world()
  const form = await formWith(await makePhoto(), pdf, await makePhoto('#a22'))
  const taken = await takeFormFiles(w.context(passerBy), { form, ...asked })
  expect(taken.refused).toEqual([{ code: 'file-type-not-taken', details: {}, position: 2 }])
  expect(taken.ids).toHaveLength(2)
})

test('the form posted twice with its key keeps each photo once', async () => {
  const w = await world()
  const post = async () =>
    takeFormFiles(w.context(passerBy), {
      form: await formWith(await makePhoto()),
      ...asked,
      key: 'form-1',
    })
  expect((await post()).ids).toEqual((await post()).ids)
})

test('more than the form takes is refused; an empty field and what is no id count for nothing', async () => {
  const w = await world()
  const photo = await makePhoto()
  await expect(
    takeFormFiles(w.context(passerBy), {
      form: await formWith(photo, photo, photo, photo),
      ...asked,
    }),
  ).rejects.toMatchObject({
    code: 'input-invalid',
    errors: [{ path: 'photos' }],
  })
  const form = await formWith('../../etc/passwd', new Uint8Array(0))
  expect(await takeFormFiles(w.context(passerBy), { form, ...asked })).toEqual({
    ids: [],
    refused: [],
  })
})

test('a file over the limit is refused with the limit that is configured', async () => {
  const w = await world({ env: { UPLOAD_IMAGE_MB: '1' } })
  const form = await formWith(new Uint8Array([...(await makePhoto()), ...new Uint8Array(1_100_000)]))
  const { refused } = await takeFormFiles(w.context(passerBy), { form, ...asked })
  expect(refused).toMatchObject([{ code: 'file-too-large', position: 1 }])
  const said = w.outside.words.refusal('file-too-large', 'en', refused[0]?.details ?? {})
  expect(said).toBe('The file is too large: this kind may have up to 1 MB.')
})
