import { expect, test } from 'vitest'
import { expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { askForMore } from './ask-for-more.ts'
import { giveMore } from './give-more.ts'

const question = 'Bạn cho biết số nhà gần nhất nhé?'

test('the clock stands still from the question to the answer', async () => {
  const w = await world()
  const { code, desk, me, other } = await inWork(w)
  expect((await seen(me, code)).dueAt).toBe('2026-11-30T17:00:00+07:00')
  w.clock.set('2026-11-24T08:30:00+07:00')
  await askForMore(desk, { code, text: question })
  expect((await seen(me, code)).own?.question).toBe(question)
  expect(JSON.stringify(await seen(other, code))).not.toContain('số nhà')
  w.clock.set('2026-11-26T08:30:00+07:00')
  const moved = await giveMore(me, { code, text: 'Trước nhà số 15.', photos: [] })
  expect(moved).toMatchObject({ status: 'in_progress', dueAt: '2026-12-02T17:00:00+07:00' })
  const view = await seen(desk, code)
  expect(view.desk?.pauses).toEqual([{ from: '2026-11-24T08:30:00+07:00', to: '2026-11-26T08:30:00+07:00' }])
  expect(view.timeline[0]).toMatchObject({ step: 'given', text: 'Trước nhà số 15.' })
})

test('asked before it was accepted, it goes back there, and the time to accept moves too', async () => {
  const w = await world()
  const { code, desk, me, other } = await fileOne(w)
  await askForMore(desk, { code, text: question })
  await expectRefused(giveMore(other, { code, text: 'Ở đây.', photos: [] }), 'not-your-report')
  w.clock.set('2026-11-24T09:00:00+07:00')
  expect(await giveMore(me, { code, text: 'Ở đây.', photos: [] })).toMatchObject({ status: 'submitted' })
  expect((await seen(desk, code)).desk?.acceptDueAt).toBe('2026-11-24T14:30:00+07:00')
  await expectRefused(giveMore(me, { code, text: 'Ở đây.', photos: [] }), 'move-not-allowed')
})
