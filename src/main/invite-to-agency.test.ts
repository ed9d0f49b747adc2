import { expect, test } from 'vitest'
import { seedRoles } from '#people/seed-roles.ts'
import { expectRefused } from '../../tests/world/report-cast.ts'
import { officer, passerBy, world } from '../../tests/world/world.ts'
import { inviteToAgency } from './invite-to-agency.ts'

const input = { email: 'an@example.vn', name: 'Nguyễn Văn An', agency: 'ioc', role: 'officer' }
const keeper = officer('ioc', ['manage-officers'], '0193a000-0000-7000-8000-00000000000d')

test('an officer is invited into an agency that there is, and into no other', async () => {
  const w = await world()
  await seedRoles(w.context())
  await expectRefused(
    inviteToAgency(w.context(keeper), { ...input, agency: 'no-such-agency' }),
    'agency-not-found',
  )
  await expectRefused(inviteToAgency(w.context(passerBy), input), 'sign-in-first')
  const { rows: none } = await w.pool.query('select agency from invitations')
  expect(none).toEqual([])
  await inviteToAgency(w.context(), input)
  const { rows } = await w.pool.query('select agency from invitations')
  expect(rows).toEqual([{ agency: 'ioc' }])
})
