import { expect, test } from 'vitest'
import { deskOf, expectRefused, fileOne, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { answerReport } from './answer-report.ts'

const answer = {
  ending: 'explained',
  text: 'Đã vá xong, gọi 0208 3855 123 nếu còn hỏng.',
  photos: [],
} as const

test('the answer of an officer who approves counts at once', async () => {
  const w = await world()
  const { code, desk, me, other } = await inWork(w)
  expect(await answerReport(desk, { code, ...answer, photos: [] })).toMatchObject({ status: 'answered' })
  const view = await seen(me, code)
  expect(view.answer).toMatchObject({ text: answer.text, ending: 'explained', onTime: true })
  expect(view.may).toEqual(['rate', 'reopen'])
  expect(view.own?.reopenUntil).toBe('2026-11-30T09:00:00+07:00')
  expect((await seen(other, code)).answer?.text).toBe('Đã vá xong, gọi ••• nếu còn hỏng.')
})

test('the answer of another officer waits for the head, and nobody outside sees it', async () => {
  const w = await world()
  const { code, agency, desk, me } = await inWork(w)
  const worker = deskOf(w, agency, ['handle-reports'])
  expect(await answerReport(worker, { code, ...answer, photos: [] })).toMatchObject({ status: 'in_progress' })
  expect((await seen(me, code)).answer).toBeNull()
  expect(JSON.stringify(await seen(me, code))).not.toContain('Đã vá xong')
  const view = await seen(desk, code)
  expect(view.desk?.proposedAnswer?.text).toBe(answer.text)
  expect(view.may).toContain('approve-answer')
})

test('after the deadline it is not on time', async () => {
  const w = await world()
  const { code, desk } = await inWork(w)
  w.clock.set('2026-12-01T08:00:00+07:00')
  expect(await seen(desk, code)).toMatchObject({ late: true })
  await answerReport(desk, { code, ...answer, photos: [] })
  expect(await seen(desk, code)).toMatchObject({ late: false, answer: { onTime: false } })
})

test('repaired needs a photo where the category asks for proof, and work that was not begun is not answered', async () => {
  const w = await world()
  const { code, desk } = await inWork(w, { category: 'road-damage' })
  await expectRefused(
    answerReport(desk, { code, ...answer, photos: [], ending: 'repaired' }),
    'after-photo-needed',
  )
  const unknown = ['0199a3f0-0000-7000-8000-000000000000']
  await expectRefused(
    answerReport(desk, { code, ...answer, ending: 'repaired', photos: unknown }),
    'file-not-found',
  )
  const fresh = await fileOne(w)
  await expectRefused(answerReport(desk, { code: fresh.code, ...answer, photos: [] }), 'move-not-allowed')
})
