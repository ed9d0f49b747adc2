import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { askForMore } from './ask-for-more.ts'
import { giveMore } from './give-more.ts'

const text = 'Bạn cho biết số nhà gần nhất nhé?'

test('intake asks before the work, the agency during it, three times at most', async () => {
  const w = await world()
  const { code, desk, me } = await inWork(w)
  for (let time = 0; time < 3; time += 1) {
    expect(await askForMore(desk, { code, text })).toMatchObject({ status: 'need_info' })
    await giveMore(me, { code, text: 'Số 15.', photos: [] })
    w.clock.advance({ minutes: 1 })
  }
  await expectRefused(askForMore(desk, { code, text }), 'questions-used-up')
  expect((await seen(desk, code)).may).not.toContain('ask-for-more')
})

test('an officer who only handles does not ask before it is accepted', async () => {
  const w = await world()
  const { code, agency } = await fileOne(w)
  await expectRefused(askForMore(deskOf(w, agency, ['handle-reports']), { code, text }), 'not-your-report')
})
