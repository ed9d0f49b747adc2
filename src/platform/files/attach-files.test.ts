import { expect, test } from 'vitest'
import { makePhoto } from '../../../tests/samples/make-photo.ts'
import type { TestWorld } from '../../../tests/world/world.ts'
import { citizen, passerBy, world } from '../../../tests/world/world.ts'
import type { Actor } from '../actor.ts'
import { attachFiles } from './attach-files.ts'
import { changeFileAccess } from './change-file-access.ts'
import { listFiles } from './list-files.ts'
import { takeFile } from './take-file.ts'

const an = citizen('0193a000-0000-7000-8000-000000000001')
const binh = citizen('0193a000-0000-7000-8000-000000000002')
const report = { owner: 'report', ownerId: 'r-1', access: 'public' } as const

async function send(w: TestWorld, actor: Actor): Promise<string> {
  return (await takeFile(w.context(actor), { bytes: await makePhoto(), purpose: 'photo' })).id
}

test('photos become part of a report and are listed in the order they were sent', async () => {
  const w = await world()
  const ids = [await send(w, passerBy), await send(w, passerBy)]
  await attachFiles(w.context(passerBy), { ids: ids.toReversed(), ...report })
  const listed = await listFiles(w.context(passerBy), { owner: 'report', ownerIds: ['r-1', 'r-2'] })
  expect(listed.get('r-1')?.map((file) => file.id)).toEqual(ids)
  expect(listed.get('r-1')?.[0]?.url).toBe(`/files/${ids[0]}/1600`)
  expect(listed.has('r-2')).toBe(false)
})

test('attaching again to the same report changes nothing, to another one is refused', async () => {
  const w = await world()
  const ids = [await send(w, an)]
  await attachFiles(w.context(an), { ids, ...report })
  await attachFiles(w.context(an), { ids, ...report })
  await expect(attachFiles(w.context(an), { ids, ...report, ownerId: 'r-2' })).rejects.toMatchObject({
    code: 'file-not-found',
  })
})

test('files of others and unknown files are refused, and then none is attached', async () => {
  const w = await world()
  const mine = await send(w, an)
  const theirs = await send(w, binh)
  for (const id of [theirs, '0193a000-0000-7000-8000-00000000ffff']) {
    await expect(attachFiles(w.context(an), { ids: [mine, id], ...report })).rejects.toMatchObject({
      code: 'file-not-found',
      details: { id },
    })
  }
  expect((await listFiles(w.context(an), { owner: 'report', ownerIds: ['r-1'] })).size).toBe(0)
})

test('what two attach at once belongs to one', async () => {
  const w = await world()
  const ids = [await send(w, passerBy)]
  const outcomes = await Promise.allSettled(
    ['r-1', 'r-2', 'r-3'].map((ownerId) => attachFiles(w.context(passerBy), { ids, ...report, ownerId })),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('files can be hidden from everybody and shown again', async () => {
  const w = await world()
  await attachFiles(w.context(an), { ids: [await send(w, an)], ...report })
  await changeFileAccess(w.context(an), { ...report, access: 'private' })
  const [hidden] = (await listFiles(w.context(an), { owner: 'report', ownerIds: ['r-1'] })).get('r-1') ?? []
  expect(hidden?.url).toContain('seal=')
})
