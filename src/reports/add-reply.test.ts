import { expect, test } from 'vitest'
import { deskOf, everything, expectRefused, fileOne } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { addReply } from './add-reply.ts'
import { changeReply } from './change-reply.ts'
import { fillReplies } from './fill-replies.ts'
import { listReplies } from './list-replies.ts'
import { retireReply } from './retire-reply.ts'

const editing = [...everything, 'edit-replies']
const reply = {
  verb: 'answer',
  title: 'Đã nhận',
  body: 'Phản ánh {code}: {agency} trả lời trước {dueDate}.',
} as const

test('an agency keeps its replies, the province those of all; a case gets what fits, filled in', async () => {
  const w = await world()
  const { code, agency, desk } = await fileOne(w)
  const head = deskOf(w, agency, editing)
  const ioc = deskOf(w, 'ioc', editing)
  const own = await addReply(head, { ...reply, category: 'pavement-encroachment' })
  const wide = await addReply(ioc, { ...reply, title: 'Chung cho tỉnh' })
  await addReply(head, { ...reply, title: 'Khác lĩnh vực', category: 'road-damage' })
  await addReply(deskOf(w, 'so-y-te', editing), { ...reply, title: 'Của sở' })
  await addReply(head, { ...reply, verb: 'reject', title: 'Không nhận' })
  const { items } = await fillReplies(desk, { code, verb: 'answer' })
  expect(items.map(({ title }) => title)).toEqual(['Đã nhận', 'Chung cho tỉnh'])
  expect(items[0]?.text).toMatch(
    new RegExp(`^Phản ánh ${code}: UBND .* trả lời trước \\d\\d/\\d\\d/2026\\.$`),
  )
  const listed = await listReplies(head, { limit: 50 })
  expect(listed.items.map(({ title, mayEdit }) => [title, mayEdit])).toEqual([
    ['Chung cho tỉnh', false],
    ['Khác lĩnh vực', true],
    ['Không nhận', true],
    ['Đã nhận', true],
  ])
  await expectRefused(changeReply(head, { ...reply, id: wide.id }), 'not-permitted')
  await changeReply(head, { ...reply, id: own.id, body: 'Cảm ơn bạn đã gửi {code}.' })
  expect((await fillReplies(desk, { code })).items.map(({ text }) => text)).toContain(
    `Cảm ơn bạn đã gửi ${code}.`,
  )
  await retireReply(head, { id: own.id })
  await expectRefused(retireReply(head, { id: own.id }), 'reply-not-found')
  expect((await fillReplies(desk, { code, verb: 'answer' })).items.map(({ id }) => id)).toEqual([wide.id])
})

test('not without the permission, and not with braces that nothing stands for', async () => {
  const w = await world()
  const { agency, desk, code } = await fileOne(w)
  await expectRefused(addReply(desk, reply), 'not-permitted')
  const head = deskOf(w, agency, editing)
  await expectRefused(addReply(head, { ...reply, body: 'Gọi {phone} nhé bạn.' }), 'reply-placeholder-unknown')
  await expectRefused(addReply(head, { ...reply, category: 'khong-co' }), 'category-not-found')
  await expectRefused(fillReplies(deskOf(w, 'so-y-te'), { code }), 'not-your-report')
})
