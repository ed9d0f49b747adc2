import { expect, test } from 'vitest'
import { soundsLikeDanger } from './danger.ts'

test.each([
  ['Có người ĐUỐI NƯỚC ở cầu treo', true],
  ['nha toi dang chay, cuu voi', true],
  ['Cháy nhà ở ngõ 12!', true],
  ['Two people are trapped in a car', true],
  ['Ổ gà sâu ở ngã ba, mưa không nhìn thấy', false],
  ['Nước đang chảy ra đường từ ống vỡ', false],
  ['Xe đang chạy rất ồn ban đêm', false],
  ['Karaoke ồn đến một giờ sáng', false],
])('%s', (text, danger) => {
  expect(soundsLikeDanger(text)).toBe(danger)
})
