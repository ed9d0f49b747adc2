import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { foldText } from '#platform/pure/fold-text.ts'
import { elsewhereOf } from './elsewhere.ts'

test.each([
  ['Tôi làm đơn khiếu nại quyết định thu hồi đất của uỷ ban', 'complaint'],
  ['toi khieu nai ve viec boi thuong', 'complaint'],
  ['Tôi xin tố cáo ông trưởng phòng nhận hối lộ', 'denunciation'],
  ['Cán bộ xã tham nhũng tiền hỗ trợ', 'denunciation'],
  ['Có người đăng tài liệu mật của quân khu lên mạng', 'state-secret'],
  ['Đơn tố cáo kèm văn bản đóng dấu tuyệt mật', 'state-secret'],
  ['Mang theo công văn mật của tỉnh', 'state-secret'],
  ['de lo bi mat nha nuoc', 'state-secret'],
  ['can bo nhan hoi lo', 'denunciation'],
  ['Tôi sẽ kiện ra tòa', 'complaint'],
  ['Tôi sẽ kiện ra toà', 'complaint'],
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
  'Tôi mất điện từ sáng, cả xóm cũng vậy',
  'toi mat dien tu sang',
  'Cụ tôi mất hết tiền bán măng ở chợ',
  'toi mat xe may o cho, do mat chua tim thay',
  'Bể bơi nước đục, bọn trẻ bị đỏ mắt ngứa',
  'Người to cao đi xe máy trộm chó',
  'nguoi to cao di xe may trom cho',
  'Phường bảo văn bản mất rồi, làm lại',
  '',
])('%s is a report like others', (text) => {
  expect(elsewhereOf(text)).toBe(null)
})

test('nothing that citizens write in the examples is turned away, with accents or without', () => {
  const texts = ['report-texts', 'report-examples', 'report-cases-held-back'].flatMap((name) =>
    wordsIn(JSON.parse(readFileSync(`seed/${name}.json`, 'utf8'))),
  )
  expect(texts.length).toBeGreaterThan(2000)
  const taken = texts.flatMap((text) => [text, foldText(text)])
  expect(taken.filter((text) => elsewhereOf(text) === 'state-secret')).toEqual([])
})

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
