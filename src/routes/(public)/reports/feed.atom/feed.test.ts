import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { Feed } from './feed.ts'
import { writeFeed } from './feed.ts'

const entry = {
  code: 'TN-7K4M2Q9P',
  title: 'Ổ gà & "hố" <sâu>',
  summary: 'Đường hỏng · Phường Gia Sàng · Đang xử lý',
  category: { code: 'road-damage', name: 'Đường hỏng' },
  filedAt: '2026-11-20T08:00:00+07:00',
  updatedAt: '2026-11-22T09:30:00+07:00',
  place: { lat: 21.59, lon: 105.84 },
}

const feed: Feed = {
  title: 'Phản ánh',
  subtitle: 'Mới nhất',
  language: 'vi',
  self: 'http://localhost/reports/feed.atom?commune=05443',
  page: 'http://localhost/reports?commune=05443',
  addressOf: (code) => `http://localhost/reports/${code}`,
  entries: [{ ...entry, code: 'TN-2222222A', updatedAt: entry.filedAt, place: null }, entry],
}

const read = (xml: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'entry',
  }).parse(xml) as { feed: Record<string, unknown> & { entry?: Record<string, unknown>[] } }

test('a list is an Atom feed whose words come back as they were', () => {
  const xml = writeFeed(feed)
  expect(XMLValidator.validate(xml)).toBe(true)
  const { feed: found } = read(xml)
  expect(found).toMatchObject({
    '@xml:lang': 'vi',
    id: feed.self,
    title: feed.title,
    updated: entry.updatedAt,
  })
  expect(found.entry?.map(({ id }) => id)).toEqual([
    'http://localhost/reports/TN-2222222A',
    'http://localhost/reports/TN-7K4M2Q9P',
  ])
  expect(found.entry?.[1]).toMatchObject({
    title: entry.title,
    published: entry.filedAt,
    updated: entry.updatedAt,
    category: { '@term': 'road-damage', '@label': 'Đường hỏng' },
    'georss:point': '21.59 105.84',
  })
  expect(found.entry?.[0]).not.toHaveProperty('georss:point')
})

test('letters that no XML may hold are left out, and the feed stays whole', () => {
  const title = 'Ổ gà \uFFFF\uFFFE\u0001\uD800 sâu'
  const xml = writeFeed({ ...feed, entries: [{ ...entry, title, summary: title }] })
  expect(xml).not.toMatch(/(?!\n)\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u)
  expect(read(xml).feed.entry?.[0]).toMatchObject({ title: 'Ổ gà  sâu', summary: 'Ổ gà  sâu' })
})

test('an empty list is a whole feed too', () => {
  const xml = writeFeed({ ...feed, entries: [] })
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(read(xml).feed).toMatchObject({ updated: '2025-07-01T00:00:00+07:00' })
})
