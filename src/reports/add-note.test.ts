import { expect, test } from 'vitest'
import { listNotices } from '#notices/list-notices.ts'
import { deskOf, everything, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { officer, world } from '../../tests/world/world.ts'
import { addNote } from './add-note.ts'
import { listCaseColleagues } from './list-case-colleagues.ts'
import { listNotes } from './list-notes.ts'

async function hire(w: TestWorld, agency: string, name: string) {
  const id = w.context().newId()
  const at = w.clock.now()
  const flags = { email_verified: true, phone_verified: false, two_factor_enabled: true }
  const rest = { commune_code: null, commune_system: null, created_at: at, updated_at: at }
  const person = { id, name, email: `${id}@thainguyen.gov.vn`, language: 'vi' as const }
  await w.db
    .insertInto('people')
    .values({ ...person, ...flags, ...rest })
    .execute()
  await w.db
    .insertInto('officers')
    .values({ person_id: id, agency, role: 'officer', added_at: at, withdrawn_at: null })
    .execute()
  return w.context(officer(agency, everything, id))
}

test('a note stays at the desk, and whoever is named in it hears of it', async () => {
  const w = await world()
  const { code, agency, me, other } = await fileOne(w)
  const an = await hire(w, agency, 'Nguyễn Văn An')
  const hoa = await hire(w, agency, 'Trần Thị Hoa')
  const far = await hire(w, 'so-y-te', 'Lê Văn Xa')
  const before = await seen(an, code)
  w.clock.advance({ minutes: 1 })
  const note = await addNote(an, { code, text: 'Nhờ @Trần Thị Hoa và @Lê Văn Xa kiểm tra giúp.' })
  expect(note).toMatchObject({ by: 'Nguyễn Văn An', mentioned: ['Trần Thị Hoa'] })
  expect((await listNotices(hoa, { limit: 5 })).items).toMatchObject([
    { kind: 'desk-report-mentioned', subject: code, text: expect.stringContaining('Nguyễn Văn An') },
  ])
  expect((await listNotices(far, { limit: 5 })).items).toEqual([])
  expect((await listNotices(an, { limit: 5 })).items).toEqual([])
  const after = await seen(an, code)
  expect(after.desk?.version).toBe(before.desk?.version)
  for (const someone of [me, other]) {
    expect(JSON.stringify(await seen(someone, code))).not.toContain('kiểm tra giúp')
    await expectRefused(
      listNotes(someone, { code, limit: 5 }),
      someone === me ? 'sign-in-first' : 'sign-in-first',
    )
  }
  await expectRefused(listNotes(far, { code, limit: 5 }), 'not-your-report')
  await expectRefused(addNote(far, { code, text: 'Không phải việc của tôi.' }), 'not-your-report')
  expect((await listCaseColleagues(an, { code })).items.map(({ name }) => name)).toEqual(['Trần Thị Hoa'])
})

test('notes come newest first, page by page', async () => {
  const w = await world()
  const { code, desk } = await fileOne(w)
  for (const text of ['một', 'hai', 'ba']) {
    w.clock.advance({ minutes: 1 })
    await addNote(desk, { code, text })
  }
  const first = await listNotes(desk, { code, limit: 2 })
  expect(first.items.map(({ text }) => text)).toEqual(['ba', 'hai'])
  const rest = await listNotes(deskOf(w, 'ioc'), { code, limit: 2, cursor: first.nextCursor ?? undefined })
  expect(rest).toMatchObject({ items: [{ text: 'một' }], nextCursor: null })
})
