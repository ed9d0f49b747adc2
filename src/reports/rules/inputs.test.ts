import { describe, expect, test } from 'vitest'
import { fileReportInput, listPublicReportsInput } from './inputs.ts'

const right = { category: 'noise', text: 'Loa kéo ồn đến một giờ sáng.', commune: '05443' }

function wrong(more: object): string[] {
  const parsed = fileReportInput.safeParse({ ...right, ...more })
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
}

describe('what is filed', () => {
  test('is tidied: NFC, no blanks around, plain line ends, no control characters', () => {
    const parsed = fileReportInput.parse({
      ...right,
      text: '  Loa ke\u0301o ồn\r\nđến sáng\u0000 quá  ',
      landmark: ' sau \n chợ ',
    })
    expect(parsed.text).toBe('Loa kéo ồn\nđến sáng  quá')
    expect(parsed.landmark).toBe('sau chợ')
    expect(parsed).toMatchObject({ photos: [], anonymous: false })
  })

  test.each([
    [{ text: 'ngắn' }, ['text']],
    [{ text: ' '.repeat(40) }, ['text']],
    [{ text: 'a'.repeat(4001) }, ['text']],
    [{ lat: 21.5 }, ['lon']],
    [{ lon: 105.8 }, ['lat']],
    [{ lat: 10, lon: 105.8 }, ['lat']],
    [{ lat: 21.5, lon: 105.8 }, []],
    [{ commune: undefined }, ['commune']],
    [{ commune: undefined, lat: 21.5, lon: 105.8 }, []],
    [{ commune: '5443' }, ['commune']],
    [{ landmark: 'x'.repeat(201) }, ['landmark']],
    [{ photos: ['../../etc/passwd'] }, ['photos.0']],
    [{ photos: Array.from({ length: 6 }, () => '0199a3f0-0000-7000-8000-000000000000') }, ['photos']],
    [{ contact: { phone: '0912345678', code: '12ab' } }, ['contact.code']],
    [{ status: 'closed' }, ['']],
  ])('%j is wrong at %j', (more, paths) => {
    expect(wrong(more)).toEqual(paths)
  })
})

test.each([
  [{ bbox: '105,21,107,23' }, true],
  [{ bbox: '105,21,107' }, false],
  [{ limit: 201 }, false],
  [{ group: 'ended' }, false],
])('the list takes %j: %s', (input, taken) => {
  expect(listPublicReportsInput.safeParse(input).success).toBe(taken)
})
