import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, maskPhone, withoutFormula } from './export-lines.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+84 912', "'+84 912"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =cmd|x', "'  =cmd|x"],
  ['＝1', "'＝1"],
  ['Ổ gà = hố', 'Ổ gà = hố'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(withoutFormula(text)).toBe(written)
})

test('a line of CSV reads back as what was written, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
      expect(readCsv(csvLine(cells))).toEqual([cells.map(withoutFormula)])
    }),
  )
  expect(csvLine(['a,"b"', null, 3, true])).toBe('"a,""b""",,3,true\r\n')
})

test('three digits of a phone are left', () => {
  expect(maskPhone('+84912345678')).toBe('••• ••• 678')
})

/** A plain reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const line = lines.at(-1) ?? []
    if (text[at] === '"') {
      let cell = ''
      at += 1
      while (text[at] !== '"' || text[at + 1] === '"') {
        cell += text[at]
        at += text[at] === '"' ? 2 : 1
      }
      line.push(cell)
      at += 1
    } else {
      const end = /,|\r\n/.exec(text.slice(at))?.index ?? text.length - at
      line.push(text.slice(at, at + end))
      at += end
    }
    if (text[at] === ',') {
      at += 1
      if (text.startsWith('\r\n', at)) line.push('')
    }
    if (text.startsWith('\r\n', at)) {
      at += 2
      lines.push([])
    }
  }
  return lines.slice(0, -1)
}
