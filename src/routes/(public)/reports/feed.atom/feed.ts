import { XMLBuilder } from 'fast-xml-parser'
import { xmlText } from '#platform/pure/xml-text.ts'

/** One report as a reader of feeds sees it. */
export interface FeedEntry {
  readonly code: string
  readonly title: string
  /** Its category, commune and state, in one line. */
  readonly summary: string
  readonly category: { readonly code: string; readonly name: string }
  readonly filedAt: string
  readonly updatedAt: string
  readonly place: { readonly lat: number; readonly lon: number } | null
}

/** A list that can be followed; `self` and `page` are whole addresses. */
export interface Feed {
  readonly title: string
  readonly subtitle: string
  readonly language: 'vi' | 'en'
  readonly self: string
  readonly page: string
  /** Address of a report by its code. */
  readonly addressOf: (code: string) => string
  readonly entries: readonly FeedEntry[]
}

const attribute = '@'
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: attribute,
  suppressEmptyNode: true,
  format: true,
})

/** What an empty list says of its last change; Atom (RFC 4287, section 4.1.1) wants a date from every feed. */
const beforeAnything = '2025-07-01T00:00:00+07:00'

/** A list as an Atom feed (RFC 4287), with places as GeoRSS points, latitude first. */
export function writeFeed(feed: Feed): string {
  const times = feed.entries.map(({ updatedAt }) => updatedAt)
  const updated = times.sort((one, other) => Date.parse(other) - Date.parse(one))[0] ?? beforeAnything
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:georss': 'http://www.georss.org/georss',
      '@xml:lang': feed.language,
      id: feed.self,
      title: feed.title,
      subtitle: feed.subtitle,
      updated,
      author: { name: 'C-ThaiNguyen' },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.page },
      ],
      entry: feed.entries.map((entry) => entryOf(entry, feed.addressOf(entry.code))),
    },
  })
}

function entryOf(entry: FeedEntry, address: string): object {
  const { place } = entry
  return {
    id: address,
    title: xmlText(entry.title),
    link: { '@rel': 'alternate', '@type': 'text/html', '@href': address },
    published: entry.filedAt,
    updated: entry.updatedAt,
    category: { '@term': entry.category.code, '@label': entry.category.name },
    summary: xmlText(entry.summary),
    ...(place ? { 'georss:point': `${place.lat} ${place.lon}` } : {}),
  }
}
