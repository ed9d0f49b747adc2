import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { answeredOne, expectRefused, fileOne } from '../../tests/world/report-cast.ts'
import { world } from '../../tests/world/world.ts'
import { printReport } from './print-report.ts'
import { printReportInput } from './rules/export-inputs.ts'
import type { Case } from '../../tests/world/report-cast.ts'

/** Every letter of Vietnamese that carries a mark, small and large. */
const letters =
  'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ' +
  'ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ đ'

async function textOf(one: Case, by: Case['me'], language: 'vi' | 'en' = 'vi') {
  const file = await printReport(by, printReportInput.parse({ code: one.code, language }))
  expect(file.type).toBe('application/pdf')
  const pdf = await getDocumentProxy(file.body as Uint8Array)
  const { text, totalPages } = await extractText(pdf, { mergePages: true })
  return { text: text.normalize('NFC').replaceAll(/\s+/g, ' '), totalPages }
}

test('all letters of Vietnamese can be read out of the sheet again', async () => {
  const w = await world()
  const words = `Bảng chữ: ${letters} ${letters.toUpperCase()} hết bảng.`
  const one = await fileOne(w, { text: words.normalize('NFD') })
  const { text } = await textOf(one, one.me)
  expect(text).toContain(words)
  expect(text).toContain('PHIẾU PHẢN ÁNH')
  expect(text).toContain(one.code)
})

test('the desk and the reporter print the case; a stranger does not', async () => {
  const w = await world()
  const one = await answeredOne(w)
  for (const by of [one.desk, one.me]) {
    const { text } = await textOf(one, by)
    for (const part of ['Đã vá xong đoạn này.', 'Diễn biến', 'Phan Đình Phùng', '23/11/2026 09:00']) {
      expect(text).toContain(part)
    }
  }
  expect((await textOf(one, one.me, 'en')).text).toContain('Timeline')
  await expectRefused(printReport(one.other, printReportInput.parse({ code: one.code })), 'not-your-report')
})

test('a long report goes on over several pages, each with its number', async () => {
  const w = await world()
  const one = await fileOne(w, { text: 'Đường lầy lội. '.repeat(260) })
  const { text, totalPages } = await textOf(one, one.me)
  expect(totalPages).toBeGreaterThan(1)
  expect(text).toContain(`${totalPages}/${totalPages}`)
})
