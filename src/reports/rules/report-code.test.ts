import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeBytes, makeReportCode, readReportCode } from './report-code.ts'

const codes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }).map(makeReportCode)
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a report code', () => {
  test('looks like TN-7K4M2Q9P and reads back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^TN-[0-9A-HJKMNP-TV-Z]{8}$/)
        expect(readReportCode(code)).toBe(code)
      }),
    )
  })
  test('is read as people write it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const bare = code.slice(3)
        const sloppy = bare.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        for (const written of [
          bare,
          sloppy,
          `tn ${sloppy}`,
          ` TN–${bare.slice(0, 4)} ${bare.slice(4)} `,
          `tn${bare}`,
        ]) {
          expect(readReportCode(written)).toBe(code)
        }
      }),
    )
  })
  test('with any one wrong letter is no code', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(31), (code, at, other) => {
        const letter = letters[other] ?? '0'
        fc.pre(letter !== code[at + 3])
        expect(readReportCode(code.slice(0, at + 3) + letter + code.slice(at + 4))).toBeNull()
      }),
    )
  })
  test('with two neighbours swapped is no code', () => {
    fc.assert(
      fc.property(codes, fc.nat(6), (code, at) => {
        const [a = '', b = ''] = [code[at + 3], code[at + 4]]
        fc.pre(a !== b)
        expect(readReportCode(code.slice(0, at + 3) + b + a + code.slice(at + 5))).toBeNull()
      }),
    )
  })
  test.each(['', 'TN-', 'TN-123', 'TN-UUUUUUUU', 'TN-7K4M2Q9P7K4M2Q9P', '📞'])('%j is no code', (written) => {
    expect(readReportCode(written)).toBeNull()
  })
})
