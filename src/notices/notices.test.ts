import { expect, test } from 'vitest'
import { answeredOne, expectRefused, fileOne } from '../../tests/world/report-cast.ts'
import { citizen, passerBy, world } from '../../tests/world/world.ts'
import { countUnread } from './count-unread.ts'
import { listNotices } from './list-notices.ts'
import { readNotices } from './read-notices.ts'
import { noticeKinds } from './rules/kinds.ts'
import { sendNotice } from './send-notice.ts'

test('every step of a report tells its reporter, in their language, page by page', async () => {
  const w = await world()
  const person = citizen(w.context().newId())
  const { code } = await answeredOne(w, {}, w.context(person))
  const first = await listNotices(w.context(person), { limit: 3 })
  expect(first.items.map((notice) => notice.kind)).toEqual([
    'report-answered',
    'report-started',
    'report-accepted',
  ])
  expect(first.items[0]).toMatchObject({ subject: code, read: false })
  expect(first.items[0]?.text).toBe(`Phản ánh ${code} đã có kết quả. Mời bạn xem và đánh giá.`)
  const rest = await listNotices(w.context(person), { limit: 3, cursor: first.nextCursor ?? '' })
  expect(rest.items.map((notice) => notice.kind)).toEqual(['report-filed'])
  expect(rest.nextCursor).toBeNull()
  const english = await listNotices(w.context(person, 'en'), { limit: 1 })
  expect(english.items[0]?.text).toBe(`Report ${code} has an answer. Have a look and rate it.`)
})

test('notices are read by their owner only', async () => {
  const w = await world()
  const [lan, minh] = [w.context(citizen(w.context().newId())), w.context(citizen(w.context().newId()))]
  await fileOne(w, {}, lan)
  await fileOne(w, {}, lan)
  const [newest] = (await listNotices(lan, { limit: 1 })).items
  expect(await readNotices(minh, { ids: [newest?.id ?? ''] })).toEqual({ unread: 0 })
  expect(await countUnread(lan)).toEqual({ unread: 2 })
  expect(await readNotices(lan, { ids: [newest?.id ?? ''] })).toEqual({ unread: 1 })
  expect(await readNotices(lan, {})).toEqual({ unread: 0 })
  expect(await countUnread(w.context(passerBy))).toEqual({ unread: 0 })
  await expectRefused(listNotices(w.context(passerBy), { limit: 1 }), 'sign-in-first')
})

test('every kind has its words in both languages', async () => {
  const w = await world()
  const person = citizen(w.context().newId())
  const params = { code: 'TN-7K4M2Q9P', agency: 'UBND phường', into: 'TN-7K4M2Q9P' }
  for (const kind of noticeKinds) {
    await sendNotice(w.context(), { personIds: [person.personId ?? ''], kind, subject: params.code, params })
  }
  for (const language of ['vi', 'en'] as const) {
    const { items } = await listNotices(w.context(person, language), { limit: 50 })
    expect(items).toHaveLength(noticeKinds.length)
    for (const { text, kind } of items)
      expect([kind, text.includes('TN-7K4M2Q9P') && !text.includes('{')]).toEqual([kind, true])
  }
})
