import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { acceptReport } from './accept-report.ts'

test('intake accepts a report, and the agency has four working hours to start', async () => {
  const w = await world()
  const { code, desk, other } = await fileOne(w)
  const moved = await acceptReport(desk, { code })
  expect(moved).toMatchObject({ code, status: 'accepted', version: 2 })
  expect(moved.dueAt).toBe('2026-11-30T17:00:00+07:00')
  expect((await seen(desk, code)).desk?.acceptDueAt).toBe('2026-11-23T14:30:00+07:00')
  expect((await seen(other, code)).timeline.map((entry) => entry.step)).toEqual(['accepted', 'filed'])
})

test('under its right category it gets that category’s deadline and privacy', async () => {
  const w = await world()
  const { code, desk, other } = await fileOne(w)
  await acceptReport(desk, { code, category: 'social-protection' })
  const view = await seen(other, code)
  expect(view).toMatchObject({ text: null, landmark: null, photos: [] })
  expect(view.place?.accuracyMeters).toBe(500)
  await expectRefused(acceptReport(desk, { code, category: 'no-such' }), 'move-not-allowed')
})

test('only the intake of its agency or of the province accepts, and only what was just sent', async () => {
  const w = await world()
  const { code, agency, desk, ioc, me, other } = await fileOne(w)
  await expectRefused(acceptReport(other, { code }), 'sign-in-first')
  await expectRefused(acceptReport(me, { code }), 'sign-in-first')
  await expectRefused(acceptReport(deskOf(w, agency, ['handle-reports']), { code }), 'not-permitted')
  await expectRefused(acceptReport(deskOf(w, 'so-y-te'), { code }), 'not-your-report')
  await expectRefused(acceptReport(ioc, { code: 'TN-00000000' }), 'report-not-found')
  await expectRefused(acceptReport(ioc, { code: 'TN-00000001' }), 'report-code-wrong')
  await acceptReport(ioc, { code: code.toLowerCase() })
  await expectRefused(acceptReport(desk, { code }), 'move-not-allowed')
})

test('of two officers at once one has it, and who looked at an old version is told', async () => {
  const w = await world()
  const { code, desk, ioc } = await fileOne(w)
  const both = await Promise.allSettled([acceptReport(desk, { code }), acceptReport(ioc, { code })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const next = await fileOne(w)
  await expectRefused(acceptReport(desk, { code: next.code, version: 7 }), 'report-changed')
})
