import { describe, expect, it } from 'vitest'
import { foldName, foldText } from './fold-text.ts'

describe('folding a text for search', () => {
  it.each([
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Điềm Thuỵ', 'diem thuy'],
    ['Điềm Thụy', 'diem thuy'],
    ['ĐỒNG HỶ', 'dong hy'],
    ['Văn Lăng'.normalize('NFD'), 'van lang'],
    ['  Phường  Trưng-Vương, số 5. ', 'phuong trung vuong so 5'],
    ['Ổ gà trước cổng trường!', 'o ga truoc cong truong'],
    ['', ''],
    ['%_%', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('takes i and y of names as one', () => {
    expect(foldName('Sỹ')).toBe(foldName('Sĩ'))
    expect(foldName('Thịnh Mỹ')).toBe('thinh mi')
  })

  it('folded twice is folded once', () => {
    for (const text of ['Quán Triều', 'Đại Từ', 'Bắc Kạn 2025']) {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }
  })
})
