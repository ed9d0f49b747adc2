import { expect, test } from 'vitest'
import { cachingOf } from './offline-rules.ts'

test.each([
  ['/', 'network-first'],
  ['/en', 'network-first'],
  ['/reports/TN-7K4M2Q9P', 'network-first'],
  ['/sos', 'at-once'],
  ['/en/sos', 'at-once'],
  ['/me', 'network-only'],
  ['/en/sign-in', 'network-only'],
  ['/reports/new', 'network-only'],
  ['/desk', 'leave'],
  ['/en/desk/reports', 'leave'],
  ['/api/v1/reports', 'leave'],
  ['/files/0190', 'leave'],
])('a visit to %s is answered %s', (path, way) => {
  expect(cachingOf(path, { page: true, file: false })).toBe(way)
})

test('scripts, styles and icons come from the device', () => {
  expect(cachingOf('/_app/immutable/entry/start.js', { page: false, file: false })).toBe('cache-first')
  expect(cachingOf('/icon.svg', { page: false, file: true })).toBe('cache-first')
})

test('data that a page asks for is left to the network', () => {
  expect(cachingOf('/reports/__data.json', { page: false, file: false })).toBe('leave')
})
