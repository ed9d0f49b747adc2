import { expect, test } from 'vitest'
import { deskOf, expectRefused, inWork, seen } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { answerReport } from './answer-report.ts'
import { approveAnswer } from './approve-answer.ts'

const answer = { ending: 'explained', text: 'Đã vá xong đoạn này.', photos: [] } as const

test('the head approves, or says what to change and the work goes on', async () => {
  const w = await world()
  const { code, agency, desk, me } = await inWork(w)
  const worker = deskOf(w, agency, ['handle-reports'])
  await expectRefused(approveAnswer(desk, { code, approved: true }), 'no-answer-to-approve')
  await answerReport(worker, { code, ...answer, photos: [] })
  await expectRefused(approveAnswer(worker, { code, approved: true }), 'not-permitted')
  expect(await approveAnswer(desk, { code, approved: false, text: 'Thêm ngày làm.' })).toMatchObject({
    status: 'in_progress',
  })
  expect(JSON.stringify(await seen(me, code))).not.toContain('Thêm ngày')
  await answerReport(worker, { code, ...answer, text: 'Đã vá xong ngày 23/11.', photos: [] })
  expect(await approveAnswer(desk, { code, approved: true })).toMatchObject({ status: 'answered' })
  expect((await seen(me, code)).answer?.text).toBe('Đã vá xong ngày 23/11.')
})
