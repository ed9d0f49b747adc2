import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage, readCursor, readMomentCursor, writeCursor } from './page.ts'

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

describe('a cursor of a list in time', () => {
  const id = '0193a000-0000-7000-8000-00000000000d'

  it('reads the moment and the id of the last row', () => {
    const at = '2026-11-27T04:00:00.123456Z'
    expect(readMomentCursor(writeCursor([at, id]))).toEqual({ at, id })
  })

  it.each([
    ['x', id],
    ['infinity', id],
    ['-271821-04-20T00:00:00Z', id],
    ['0000-01-01T00:00:00Z', id],
    ['+123456-01-01T00:00:00Z', id],
    ['2026-11-27T04:00:00Z', 'x'],
    ['2026-11-27T04:00:00Z', 1],
    ['2026-11-27T04:00:00Z\0', id],
  ])('starts from the beginning for %j', (...key) => {
    expect(readMomentCursor(writeCursor(key))).toBeNull()
  })

  it('takes what no row can hold for garbage', () => {
    expect(readCursor(writeCursor(['a\0b', id]))).toBeNull()
  })
})

describe('a page', () => {
  it('says where the next one starts only when there is one', () => {
    const rows = [1, 2, 3]
    expect(cutPage(rows, 2, (row) => [row])).toEqual({ items: [1, 2], nextCursor: writeCursor([2]) })
    expect(cutPage(rows, 3, (row) => [row]).nextCursor).toBeNull()
  })
})
