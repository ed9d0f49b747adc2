import { expect, test } from 'vitest'
import { deskOf, expectRefused, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { decideExtension } from './decide-extension.ts'
import { requestExtension } from './request-extension.ts'

const asked = { workingDays: 3, text: 'Chờ vật tư về trong tuần này.' }

test('the agency asks once, the head or the province grants, and everybody sees it', async () => {
  const w = await world()
  const { code, agency, desk, ioc, other } = await inWork(w)
  const worker = deskOf(w, agency, ['handle-reports'])
  await requestExtension(worker, { code, ...asked })
  await expectRefused(requestExtension(desk, { code, ...asked }), 'extension-already-asked')
  await expectRefused(decideExtension(worker, { code, approved: true }), 'not-your-report')
  expect((await seen(ioc, code)).desk?.extension).toMatchObject(asked)
  expect((await seen(other, code)).dueAt).toBe('2026-11-30T17:00:00+07:00')
  const moved = await decideExtension(ioc, { code, approved: true })
  expect(moved.dueAt).toBe('2026-12-03T17:00:00+07:00')
  const view = await seen(other, code)
  expect(view).toMatchObject({ extended: true, dueAt: '2026-12-03T17:00:00+07:00' })
  expect(view.timeline[0]).toMatchObject({ step: 'extended', text: asked.text, until: view.dueAt })
  await expectRefused(requestExtension(worker, { code, ...asked }), 'already-extended')
})
