import { expect, test } from 'vitest'
import { elsewhereOf } from './elsewhere.ts'

test.each([
  ['Tôi làm đơn khiếu nại quyết định thu hồi đất của uỷ ban', 'complaint'],
  ['toi khieu nai ve viec boi thuong', 'complaint'],
  ['Tôi xin tố cáo ông trưởng phòng nhận hối lộ', 'denunciation'],
  ['Cán bộ xã tham nhũng tiền hỗ trợ', 'denunciation'],
  ['Có người đăng tài liệu mật của quân khu lên mạng', 'state-secret'],
  ['Đơn tố cáo kèm văn bản đóng dấu tuyệt mật', 'state-secret'],
  ['I want to lodge a complaint against the commune', 'complaint'],
])('%s: %s', (text, kind) => {
  expect(elsewhereOf(text)).toBe(kind)
})

test.each([
  'Ổ gà sâu ở ngã ba Bến Oánh',
  'Đường tối mặt người không thấy',
  'Nhà tôi bị lấy trộm, đồ mất hết cả',
  'Phường làm mất giấy, văn bản mất từ tháng trước',
  'Đo mắt cho học sinh ở trường tiểu học',
  '',
])('%s is a report like others', (text) => {
  expect(elsewhereOf(text)).toBe(null)
})
