import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

const colleagues = [
  { id: 'an', name: 'Nguyễn Văn An' },
  { id: 'anh', name: 'Nguyễn Văn Anh' },
  { id: 'hoa', name: 'Trần Thị Hoa' },
  { id: 'hoa2', name: 'Lê Thị Hoa' },
]

test.each([
  ['@Nguyễn Văn An xem giúp', ['an']],
  ['@Nguyễn Văn Anh xem giúp', ['anh']],
  ['nhờ @nguyen van an, @Trần Thị Hoa.', ['an', 'hoa']],
  ['@An ơi', ['an']],
  ['@Hoa ơi', []],
  ['gửi thư tới a@b.vn', []],
  ['không ai', []],
  ['@An và @An', ['an']],
])('%s', (text, expected) => {
  expect(mentionsIn(text, colleagues)).toEqual(expected)
})
