import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { findReport } from './find-report.ts'
import { listNearbyReports } from './list-nearby-reports.ts'
import { listPublicReports } from './list-public-reports.ts'
import { listNearbyReportsInput, listPublicReportsInput } from './rules/inputs.ts'

const text = 'Bà Hoa 0912 345 678, CCCD 019203001234, hoa@thu.example, bị đuổi khỏi nhà.'
const lists = { bbox: '105,21,107,23' }

test('strangers never get a name, a phone number or what was hidden in the words', async () => {
  const w = await world()
  const { code, other } = await inWork(w, { text, landmark: 'gọi 0987 654 321' })
  await w.db
    .updateTable('reports')
    .set({ reporter_kind: 'guest', guest_phone: '+84901112223', guest_name: 'Nguyễn Thị Lan' })
    .execute()
  const list = await listPublicReports(other, listPublicReportsInput.parse(lists))
  const near = await listNearbyReports(other, listNearbyReportsInput.parse({ lat: 21.592, lon: 105.844 }))
  const all = JSON.stringify([await seen(other, code), list, near])
  for (const secret of [
    '345 678',
    '654 321',
    '019203001234',
    'hoa@thu',
    '84901112223',
    'Lan',
    'receipt',
    'person_id',
  ]) {
    expect(all).not.toContain(secret)
  }
  expect((await seen(other, code)).text).toBe('Bà Hoa •••, CCCD •••, •••, bị đuổi khỏi nhà.')
})

test('the contact is sealed for officers too', async () => {
  const w = await world()
  const { code, desk, ioc } = await fileOne(w)
  await w.db
    .updateTable('reports')
    .set({ reporter_kind: 'guest', guest_phone: '+84901112223', guest_name: 'Nguyễn Thị Lan' })
    .execute()
  for (const officer of [desk, ioc]) {
    const view = await seen(officer, code)
    expect(view.desk).toMatchObject({ reporter: 'guest', mayRevealContact: true })
    expect(JSON.stringify(view)).not.toMatch(/84901112223|Lan/)
  }
})

test('of a confidential report strangers see that it is there, within 500 m, and no word can be searched', async () => {
  const w = await world()
  const { code, other, me, desk } = await inWork(w, {
    category: 'public-security',
    text,
    landmark: 'nhà bà Hoa',
  })
  const view = await seen(other, code)
  expect(view).toMatchObject({
    text: null,
    landmark: null,
    photos: [],
    title: 'An ninh trật tự, ma tuý, cờ bạc, trộm cắp, lừa đảo',
  })
  expect(view.place).toEqual({ lat: 21.5925, lon: 105.8425, accuracyMeters: 500 })
  expect(JSON.stringify(view)).not.toContain('Hoa')
  expect((await seen(me, code)).place).toEqual({ lat: 21.592, lon: 105.844, accuracyMeters: null })
  expect((await seen(desk, code)).text).toBe(text)
  const found = await listPublicReports(other, listPublicReportsInput.parse({ q: 'bà Hoa' }))
  expect(found.items).toEqual([])
  const exact = await listPublicReports(
    other,
    listPublicReportsInput.parse({ bbox: '105.8439,21.5919,105.8441,21.5921' }),
  )
  expect(exact.items).toEqual([])
})

test('officers see as the desk only what is theirs', async () => {
  const w = await world()
  const { code, agency } = await fileOne(w)
  expect((await seen(deskOf(w, 'so-y-te'), code)).view).toBe('public')
  expect((await seen(deskOf(w, agency, []), code)).view).toBe('public')
  expect((await seen(deskOf(w, 'ioc', ['handle-reports']), code)).view).toBe('public')
  expect((await seen(deskOf(w, agency, ['handle-reports']), code)).view).toBe('desk')
})

test('a code that is none, or nobody’s, is refused', async () => {
  const w = await world()
  await expectRefused(findReport(w.context(), { code: 'TN-7K4M2Q9P9' }), 'report-code-wrong')
  await expectRefused(findReport(w.context(), { code: 'TN-00000000' }), 'report-not-found')
})
