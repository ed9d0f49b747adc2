import { expect, test } from 'vitest'
import { expectRefused, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { decideExtension } from './decide-extension.ts'
import { requestExtension } from './request-extension.ts'

test('a declined extension moves nothing and can be asked for again', async () => {
  const w = await world()
  const { code, desk } = await inWork(w)
  await expectRefused(decideExtension(desk, { code, approved: true }), 'no-extension-asked')
  await requestExtension(desk, { code, workingDays: 3, text: 'Chờ vật tư về trong tuần này.' })
  const moved = await decideExtension(desk, { code, approved: false, text: 'Vật tư có sẵn.' })
  expect(moved.dueAt).toBe('2026-11-30T17:00:00+07:00')
  const view = await seen(desk, code)
  expect(view).toMatchObject({ extended: false })
  expect(view.may).toContain('request-extension')
  expect(view.may).not.toContain('decide-extension')
})
