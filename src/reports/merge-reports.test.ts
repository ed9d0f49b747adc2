import { expect, test } from 'vitest'
import { answeredOne, expectRefused, fileOne, seen } from '../../tests/world/report-cast.ts'
import { citizen, world } from '../../tests/world/world.ts'
import { listNotices } from '#notices/list-notices.ts'
import { acceptReport } from './accept-report.ts'
import { answerReport } from './answer-report.ts'
import { mergeReports } from './merge-reports.ts'
import { rejectReport } from './reject-report.ts'
import { startReport } from './start-report.ts'

test('a merged report points to the other, whose answer its reporter hears too', async () => {
  const w = await world()
  const lan = w.context(citizen(w.context().newId()))
  const twin = await fileOne(w, {}, lan)
  const { code, desk } = await fileOne(w)
  expect(await mergeReports(desk, { code: twin.code, into: code })).toMatchObject({ status: 'merged' })
  expect((await seen(lan, twin.code)).mergedInto).toBe(code)
  expect((await seen(desk, code)).timeline[0]?.step).toBe('merged-here')
  await acceptReport(desk, { code })
  await startReport(desk, { code, mine: false })
  await answerReport(desk, { code, ending: 'explained', text: 'Đã nhắc nhở các hộ kinh doanh.', photos: [] })
  const inbox = await listNotices(lan, { limit: 10 })
  expect(inbox.items.map((notice) => notice.kind)).toEqual([
    'report-answered',
    'report-merged',
    'report-filed',
  ])
})

test('not with itself, not into what has ended, not into nothing', async () => {
  const w = await world()
  const { code, desk } = await fileOne(w)
  const ended = await fileOne(w)
  await rejectReport(desk, { code: ended.code, reason: 'test', text: 'Gửi thử từ máy khác.' })
  await expectRefused(mergeReports(desk, { code, into: code }), 'merge-with-itself')
  await expectRefused(mergeReports(desk, { code, into: ended.code }), 'merge-into-ended')
  await expectRefused(mergeReports(desk, { code, into: 'TN-00000000' }), 'report-not-found')
  const done = await answeredOne(w)
  expect(await mergeReports(desk, { code, into: done.code })).toMatchObject({ status: 'merged' })
})

test('two merges into each other at once do not wait for ever', async () => {
  const w = await world()
  const [a, b] = [await fileOne(w), await fileOne(w)]
  const both = await Promise.allSettled([
    mergeReports(a.desk, { code: a.code, into: b.code }),
    mergeReports(a.desk, { code: b.code, into: a.code }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
