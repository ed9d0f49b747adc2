import { describe, expect, test } from 'vitest'
import { stranger } from '#platform/actor.ts'
import { sendPhoneCode } from '#people/send-phone-code.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { benOanh, expectRefused, fileOne, seen, words } from '../../tests/world/report-cast.ts'
import { citizen, world } from '../../tests/world/world.ts'
import { fileReport } from './file-report.ts'
import { fileReportInput } from './rules/inputs.ts'

const usual = { category: 'road-damage', text: words, ...benOanh }

function file(w: TestWorld, more: object, by = w.context(stranger())) {
  return fileReport(by, fileReportInput.parse({ ...usual, ...more }))
}

describe('a report', () => {
  test('gets a code, its commune, the agency of its category, and a deadline in working time', async () => {
    const w = await world()
    const filed = await file(w, { anonymous: true })
    expect(filed).toMatchObject({
      status: 'submitted',
      commune: { code: '05443', name: 'Phường Phan Đình Phùng' },
      agency: { code: 'ubnd-05443' },
      dueAt: '2026-11-30T17:00:00+07:00',
      danger: false,
    })
    expect(filed.code).toMatch(/^TN-[0-9A-Z]{8}$/)
    expect(filed.receiptKey).toMatch(/^[\w-]{22}$/)
  })

  test.each([
    ['traffic-parking', 'commune-police', '2026-11-29T00:00:00+07:00'],
    ['telecom', 'department', '2026-11-30T17:00:00+07:00'],
    ['electricity', 'utility', null],
    ['pollution', 'commune', '2026-12-14T17:00:00+07:00'],
  ])('about %s goes to the first line', async (category, kind, dueAt) => {
    const w = await world()
    const answers = category === 'electricity' ? { 'wire-down': false } : {}
    const filed = await file(w, { category, anonymous: true, answers })
    const found = await w.db
      .selectFrom('agencies')
      .selectAll()
      .where('code', '=', filed.agency.code)
      .executeTakeFirst()
    expect(found?.kind).toBe(kind)
    if (dueAt !== null) expect(filed.dueAt).toBe(dueAt)
  })

  test('finds its commune without a map, and trusts the commune the citizen names near its border', async () => {
    const w = await world()
    const place = { lat: undefined, lon: undefined, commune: '05467', landmark: 'sau chợ' }
    expect(await file(w, { ...place, anonymous: true })).toMatchObject({ commune: { code: '05467' } })
    expect(await file(w, { commune: '05443', anonymous: true })).toMatchObject({ commune: { code: '05443' } })
    const far = await file(w, { commune: '02143', anonymous: true })
    expect(far.commune.code).not.toBe('02143')
    await expectRefused(file(w, { ...place, commune: '99999', anonymous: true }), 'commune-unknown')
    await expectRefused(file(w, { lat: 21.25, lon: 105.25, anonymous: true }), 'outside-province')
  })

  test('that sounds like danger to life says so', async () => {
    const w = await world()
    expect(await file(w, { text: 'Có người đuối nước ở cầu treo!', anonymous: true })).toMatchObject({
      danger: true,
    })
  })

  test('refused leaves nothing behind', async () => {
    const w = await world()
    await expectRefused(file(w, { category: 'no-such', anonymous: true }), 'category-not-found')
    const unknown = ['0199a3f0-0000-7000-8000-000000000000']
    await expectRefused(file(w, { anonymous: true, photos: unknown }), 'file-not-found')
    const found = await w.db.selectFrom('reports').select('id').execute()
    expect(found).toEqual([])
  })
})

describe('its reporter', () => {
  test('may be nobody where the category allows it', async () => {
    const w = await world()
    for (const category of ['civil-service', 'labour-insurance', 'business-support', 'ideas']) {
      await expectRefused(file(w, { category, anonymous: true }), 'category-needs-name')
    }
    await expectRefused(file(w, {}), 'contact-needed')
  })

  test('is a person, unless they wish to be nobody', async () => {
    const w = await world()
    const lan = w.context(citizen(w.context().newId()))
    const named = await fileOne(w, {}, lan)
    expect((await seen(lan, named.code)).own?.reporter).toBe('person')
    const hidden = await file(w, { anonymous: true }, lan)
    expect((await seen(lan, hidden.code)).view).toBe('public')
    const rows = await w.db.selectFrom('reports').select(['code', 'reporter_id']).execute()
    expect(rows.find((row) => row.code === hidden.code)?.reporter_id).toBeNull()
  })

  test('is a guest whose phone number the code confirms', async () => {
    const w = await world()
    const by = w.context(stranger())
    await sendPhoneCode(by, { phone: '0912 345 678' })
    const sent = await w.db.selectFrom('sms_outbox').select('body').executeTakeFirst()
    const code = /\d{6}/.exec(sent?.body ?? '')?.[0] ?? ''
    const contact = { phone: '0912 345 678', code, name: 'Nguyễn Thị Lan' }
    const wrong = { ...contact, code: code === '111111' ? '222222' : '111111' }
    await expectRefused(file(w, { contact: wrong }), 'code-wrong')
    const filed = await file(w, { contact })
    const rows = await w.db.selectFrom('reports').select(['guest_phone', 'guest_name']).execute()
    expect(rows).toEqual([{ guest_phone: '+84912345678', guest_name: 'Nguyễn Thị Lan' }])
    const view = JSON.stringify(await seen(w.context(stranger([filed.receiptKey])), filed.code))
    expect(view).not.toContain('912345678')
    await expectRefused(file(w, { contact }), 'code-wrong')
  })
})

test('only the hash of the receipt key is kept, and another key opens nothing', async () => {
  const w = await world()
  const { code, receiptKey, me } = await fileOne(w)
  expect((await seen(me, code)).view).toBe('own')
  const foreign = await fileOne(w)
  expect((await seen(foreign.me, code)).view).toBe('public')
  const row = await w.db.selectFrom('reports').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(receiptKey)
  expect(row.receipt_key_hash).toHaveLength(32)
})
