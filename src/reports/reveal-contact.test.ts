import { expect, test } from 'vitest'
import { listNotices } from '#notices/list-notices.ts'
import { deskOf, everything, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import type { TestWorld } from '../../tests/world/world.ts'
import { citizen, world } from '../../tests/world/world.ts'
import { revealContact } from './reveal-contact.ts'

const reason = 'Cần hẹn giờ đến kiểm tra tại nhà.'

async function lanIn(w: TestWorld) {
  const id = w.context().newId()
  const at = w.clock.now()
  const person = {
    id,
    name: 'Nguyễn Thị Lan',
    email: `${id}@phone.invalid`,
    phone: '+84901112223',
    language: 'vi' as const,
  }
  const flags = { email_verified: false, phone_verified: true, two_factor_enabled: false }
  const rest = { commune_code: null, commune_system: null, created_at: at, updated_at: at }
  await w.db
    .insertInto('people')
    .values({ ...person, ...flags, ...rest })
    .execute()
  return w.context(citizen(id))
}

test('an officer opens the contact with a reason; it is logged and the reporter is told', async () => {
  const w = await world()
  const lan = await lanIn(w)
  const { code, desk, other } = await fileOne(w, {}, lan)
  expect(await revealContact(desk, { code, reason })).toEqual({
    name: 'Nguyễn Thị Lan',
    phone: '+84901112223',
  })
  const log = await w.db.selectFrom('report_contact_reveals').selectAll().execute()
  expect(log).toMatchObject([{ person_id: desk.actor.personId, reason }])
  expect((await seen(lan, code)).timeline[0]).toMatchObject({ step: 'contact-revealed', text: null })
  expect((await seen(desk, code)).timeline[0]?.text).toBe(reason)
  expect((await seen(other, code)).timeline.map((entry) => entry.step)).toEqual(['filed'])
  const inbox = await listNotices(lan, { limit: 5 })
  expect(inbox.items[0]?.kind).toBe('report-contact-revealed')
})

test('not without the permission, not from another agency, and nobody has no contact', async () => {
  const w = await world()
  const { code, agency, desk } = await fileOne(w)
  const without = deskOf(
    w,
    agency,
    everything.filter((name) => name !== 'see-report-contacts'),
  )
  await expectRefused(revealContact(without, { code, reason }), 'not-permitted')
  await expectRefused(revealContact(deskOf(w, 'so-y-te'), { code, reason }), 'not-your-report')
  await expectRefused(revealContact(desk, { code, reason }), 'no-contact-known')
  expect(await w.db.selectFrom('report_contact_reveals').select('id').execute()).toEqual([])
})
