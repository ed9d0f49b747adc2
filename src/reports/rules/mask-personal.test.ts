import { expect, test } from 'vitest'
import { maskPersonal } from './mask-personal.ts'
import { titleOf } from './title.ts'

test.each([
  ['gọi tôi 0912 345 678 nhé', 'gọi tôi ••• nhé'],
  ['gọi +84 912.345.678', 'gọi •••'],
  ['CCCD 019203001234', 'CCCD •••'],
  ['viết cho lan.nguyen@thu.example.vn', 'viết cho •••'],
  ['thiệt hại 1.200.000.000 đồng', 'thiệt hại 1.200.000.000 đồng'],
  ['từ 19/11/2026 ở số 42, ngõ 15', 'từ 19/11/2026 ở số 42, ngõ 15'],
])('%s', (text, seen) => {
  expect(maskPersonal(text)).toBe(seen)
})

test.each([
  ['Ổ gà sâu ở ngã ba Bến Oánh. Sáng nay tôi suýt ngã.', 'Ổ gà sâu ở ngã ba Bến Oánh'],
  ['Đèn tắt cả tuần nay rồi\nMong sửa sớm.', 'Đèn tắt cả tuần nay rồi'],
  ['Bao giờ mới sửa đường? Chúng tôi chờ mãi.', 'Bao giờ mới sửa đường?'],
])('the title of %j', (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test('a long title is cut between words', () => {
  const title = titleOf('rác thải '.repeat(60))
  expect(title.length).toBeLessThanOrEqual(100)
  expect(title).toMatch(/(rác|thải)…$/)
})
