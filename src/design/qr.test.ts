import { expect, test } from 'vitest'
import { drawQr } from './qr.server.ts'

test('a QR drawing has the three finder squares in its corners', () => {
  const { size, path } = drawQr('https://c.thainguyen.gov.vn/')
  expect(size).toBeGreaterThanOrEqual(21)
  expect(path).toContain('M0 0h7v1h-7z')
  expect(path).toContain(`M${size - 7} 0h7v1h-7z`)
  expect(path).toContain(`M0 ${size - 1}h7v1h-7z`)
})
