import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage, readCursor, writeCursor } from './page.ts'

describe('a cursor', () => {
  it('reads back what was written, whatever letters it has', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.constant('Phường Phan Đình Phùng 🏔'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (key) => {
        expect(readCursor(writeCursor(key))).toEqual(key)
      }),
    )
  })

  it('is safe in an address', () => {
    expect(writeCursor(['a/b?c=d&đ', 1])).toMatch(/^[\w-]+$/)
  })

  it.each(['', 'x', '!!!!', 'bm90IGpzb24', writeCursor([]).slice(1)])(
    'takes garbage %j for the beginning',
    (text) => {
      expect(readCursor(text)).toBeNull()
    },
  )
})

describe('a page', () => {
  it('says where the next one starts only when there is one', () => {
    const rows = [1, 2, 3]
    expect(cutPage(rows, 2, (row) => [row])).toEqual({ items: [1, 2], nextCursor: writeCursor([2]) })
    expect(cutPage(rows, 3, (row) => [row]).nextCursor).toBeNull()
  })
})
